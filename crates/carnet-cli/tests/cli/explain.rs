//! `carnet explain`, `carnet operations`, `carnet schema`.

use crate::acme::CATALOG;
use crate::run::carnet;
use carnet_cli::Exit;

#[track_caller]
fn explains(subject: &str, said: &[&str]) {
    let ran = carnet(&["explain", subject]);
    assert_eq!((ran.exit, ran.errors.as_str()), (Exit::Clean, ""));
    for said in said {
        assert!(
            ran.output.contains(said),
            "`{said}` is not in\n{}",
            ran.output
        );
    }
}

#[test]
fn a_rule_says_what_why_and_where() {
    let places = "acme.customer.create, in 2 places";
    explains(
        "max-length",
        &["max-length: ", "Why\n", "  bad ", "  good ", places],
    );
    explains("enum-case", &["Fix\n  safe: the listed text is written"]);
    explains(
        "max-length",
        &["Fix\n  none: what can be left out cannot be told\n"],
    );
    explains(
        "Syntax",
        &["syntax: ", "it holds for the text of every payload"],
    );
}

#[test]
fn a_discrepancy_says_both_readings_and_where_it_decides() {
    explains(
        "ac-01",
        &[
            "AC-01: contradiction\n",
            "  one         names have 5 characters\n",
            "  other       names have 50 characters\n",
            "  strict      5 characters\n",
            "  lenient     50 characters\n",
            "  because     the table outranks the sample\n",
            "  levels      strict error, lenient warning for a payload of the other reading\n",
            "Evidence\n  https://example.com/other-page\n",
            "    request-body, max-length, strict error, lenient warning: /name\n",
            "    reply-body (success), max-length, strict error, lenient warning: /name\n",
        ],
    );
    explains(
        "AC-02",
        &[
            "  unchecked   no payload shows it\n",
            "    request-body, not checked: /kind\n",
            "    request-body, disputed-type, strict warning, lenient allow: /custom/*/value\n",
        ],
    );
    explains("gn-01", &["GN-01: ", "the text of every payload"]);
}

#[test]
fn an_operation_lists_every_member() {
    explains(
        "acme.customer.create",
        &[
            "  call        POST https://api.example.com/customers\n",
            "  credentials Authorization: Bearer <token>\n",
            "  page        https://example.com/create-customer\n",
            "  name         string           required, or null  max-length 5 (error/warning)  AC-01\n",
            "  kind         string           optional, or null  person | company              AC-02\n",
            "    value      one of           optional, or null\n      (money)  number\n",
            "  required-with: all or none of /kind, /token are present (allow/allow)\n",
            "reply-body (success), application/json: when HTTP status 200 to 299\n",
            "reply-body (failure), application/json: any other\n",
            "  AC-01       strict: 5 characters\n",
        ],
    );
}

#[test]
fn an_operation_with_parameters_says_how_each_travels() {
    explains(
        "acme.order.place",
        &[
            "  call        POST https://api.example.com/orders\n",
            "  credentials in the query: apiKey, accessKey\n",
            "  in query    a, article, notes, isPresent, apiKey, accessKey\n",
            "parameters, in the query (request-url) or as application/x-www-form-urlencoded (request-form)\n",
            "  a          string                    required, or null                               order\n",
            "  article    object, as JSON           required, or null\n",
            "    name     string                    required, or null                               \
             max-length 5 (error/warning); or key `Article Name` (error/warning)  AC-01\n",
            "    count    integer                   optional, or null                               const 3 (warning/info)\n",
            "    <tag>    integer                   optional\n",
            "  notes      array of string, as JSON  optional, or null\n",
            "  isPresent  boolean                   optional, or null, undocumented (warning/info)\n",
            "  unknown-key: any other key in query:article is the value of tag (warning/info)\n",
            "  in query:article an empty text counts as absent\n",
            "  in query:article a misspelt key that the profile lets pass stands for the member it means\n",
            "  the whole text: or array of object (error/warning) (AC-01)\n",
            "  requires-true: with query:notes, query:isPresent is true\n",
            "  required: /article/tag has a value (warning/info)\n",
            "  text: url-host, strict warning, lenient info for hosts under `example.org`; error for all others\n",
            "  text: url-length, strict warning, lenient info\n",
        ],
    );
    explains("max-length", &["acme.order.place, in 2 places"]);
    explains("unknown-parameter", &["acme.order.place, in one place"]);
    explains(
        "AC-01",
        &["    parameters, max-length, strict error, lenient warning: query:article#/name\n"],
    );
    let everywhere = "in no contract: it holds for the parameters of every call";
    explains("percent-encoding", &[everywhere]);
    explains(
        "url-path",
        &["in no contract: it holds for the URL of every call"],
    );
}

#[test]
fn pages_are_there_without_a_command() {
    for subject in ["acme.customer.create", "ac-01", "Syntax"] {
        let page = carnet_cli::explain(CATALOG, subject);
        assert_eq!(page, Some(carnet(&["explain", subject]).output));
    }
    for contract in CATALOG {
        let page = carnet_cli::explain_operation(contract);
        assert_eq!(page, carnet(&["explain", contract.id]).output);
    }
    assert_eq!(carnet_cli::explain(CATALOG, "acme.custmer.create"), None);
}

#[test]
fn an_unknown_subject_is_guessed_at() {
    carnet(&["explain", "max-lenght"]).complains(Exit::Usage, &["did you mean `max-length`?"]);
    let ran = carnet(&["explain", "acme.custmer.create"]);
    ran.complains(Exit::Usage, &["did you mean `acme.customer.create`?"]);
    let ran = carnet(&["explain", "something else entirely"]);
    ran.complains(
        Exit::Usage,
        &["is no rule, no discrepancy and no operation", "= help: "],
    );
    assert_eq!(ran.output, "");
}

#[test]
fn operations_are_listed() {
    let ran = carnet(&["operations"]);
    assert_eq!(ran.exit, Exit::Clean);
    let first =
        "acme.customer.create\n  POST https://api.example.com/customers\n  Creates a customer\n";
    assert!(ran.output.starts_with(first), "{}", ran.output);
    let json = carnet(&["operations", "--format", "json"]).json();
    assert_eq!(json["operations"][2]["id"], "acme.ping.send");
}

#[test]
fn the_register_is_a_table() {
    let ran = carnet(&["operations", "--discrepancies"]);
    assert_eq!(ran.exit, Exit::Clean);
    let levels = |id: &str| {
        let line = ran.output.lines().find(|line| line.starts_with(id));
        line.unwrap()
            .split_whitespace()
            .skip(1)
            .take(2)
            .collect::<Vec<_>>()
    };
    assert_eq!(levels("GN-04"), ["error", "warning"]);
    assert_eq!(
        ran.output
            .lines()
            .filter(|line| line.starts_with("AC-01 "))
            .count(),
        1
    );
    let json = carnet(&["operations", "--discrepancies", "--format", "json"]).json();
    let register = json["discrepancies"].as_array().unwrap();
    let first = register.iter().find(|it| it["id"] == "GN-01").unwrap();
    assert_eq!(first["lenient"]["level"], "warning");
    let noted = register.iter().find(|it| it["id"] == "AC-02").unwrap();
    assert_eq!(noted["lenient"]["level"], serde_json::Value::Null);
}

#[test]
fn a_schema_is_printed() {
    let schema = carnet(&["schema", "acme.customer.create"]).json();
    assert!(schema["$schema"].as_str().unwrap().contains("2020-12"));
    let reply = carnet(&["schema", "acme.customer.create", "response"]).json();
    assert_ne!(schema["$id"], reply["$id"]);
    let ran = carnet(&["schema", "acme.customer.creat"]);
    ran.complains(Exit::Usage, &["did you mean `acme.customer.create`?"]);
}
