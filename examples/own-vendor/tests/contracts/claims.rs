//! What the vendor's pages say of single payloads.

use carnet_testing::{form, reply, request, url};
use own_vendor::acme::{CreateTicket, FindTickets};

#[test]
fn tickets_have_a_subject_and_a_priority_or_a_budget() {
    request::<CreateTicket>(r#"{"subject": "Printer", "priority": 1}"#)
        .clean()
        .round_trips();
    request::<CreateTicket>(r#"{"subject": "Printer", "budget": 12.50}"#).clean();
    request::<CreateTicket>("{}").refused(&[("required", "/subject"), ("at-least-one", "")]);
}

#[test]
fn priorities_as_texts_are_a_matter_of_the_profile() {
    let text = r#"{"subject": "Printer", "priority": "1"}"#;
    request::<CreateTicket>(text).refused(&[("type", "/priority")]);
    request::<CreateTicket>(text)
        .lenient()
        .warned(&[("type", "/priority")]);
}

#[test]
fn replies_are_told_apart_by_their_status() {
    reply::<CreateTicket>(r#"{"id": 1}"#)
        .status(201)
        .clean()
        .is_success()
        .round_trips();
    reply::<CreateTicket>(r#"{"error": "no"}"#)
        .status(422)
        .clean()
        .is_failure();
}

#[test]
fn limits_are_between_1_and_100() {
    let query = |limit: &str| format!("apiKey=YOUR_API_KEY_012345678&limit={limit}");
    let call = |limit: &str| format!("https://api.acme.example/tickets?{}", query(limit));
    for limit in ["1", "100"] {
        url::<FindTickets>(call(limit)).clean();
        form::<FindTickets>(query(limit)).clean();
    }
    url::<FindTickets>(call("0")).refused(&[("minimum", "query:limit")]);
    form::<FindTickets>(query("101")).refused(&[("maximum", "query:limit")]);
}

#[test]
fn what_stands_inside_a_parameter_is_judged() {
    let call = "https://api.acme.example/tickets?apiKey=YOUR_API_KEY_012345678&limit=1&written=";
    let days = "%7B%22from%22%3A%222024-02-29%22%2C%22until%22%3A%222024-02-28%22%7D";
    url::<FindTickets>(format!("{call}{days}")).refused(&[("order", "query:written#/until")]);
}
