use super::request;
use carnet_record::{Format, read, recognise};
use carnet_vendors::CATALOG;

fn said(format: Format, file: &str) -> String {
    let recording = read(format, file.as_bytes());
    let request = request(recording.exchanges.into_iter().next().unwrap());
    recognise(CATALOG, &request).to_string()
}

fn url(line: &str) -> String {
    said(Format::UrlList, line)
}

fn kapture(body: &str) -> String {
    let url = "https://x.kapturecrm.com/add-update-customer-from-other-source.html";
    said(Format::Curl, &format!("curl {url} --json '{body}'"))
}

#[test]
fn addresses_are_told_whatever_does_not_matter() {
    for line in [
        "POST https://api.aptania.com/services/createAccount",
        "https://API.aptania.com/services/createAccount/",
        "http://u:p@api.aptania.com:8443/services/create%41ccount?x=y#z",
        "api.aptania.com/services/createAccount",
        "POST {{host}}/services/createAccount",
        "POST $BASE/createAccount",
        "POST https://${HOST}/services/createAccount",
    ] {
        assert_eq!(url(line), "this is aptania.account.create", "{line}");
    }
    for line in [
        "https://localhost:8080/api/v2/customer",
        "https://crm.example.com/eu/api/v2/customer/",
        "{{base_url}}/api/v2/customer",
        "https://{{base_url}}/api/v2/customer",
    ] {
        assert_eq!(url(line), "this is revnue.customer.create", "{line}");
    }
}

#[test]
fn rulings_of_a_contract_count() {
    // Apptivo's pages show GET as well; hosts of the domain are findings, not other calls.
    for line in [
        "GET https://api.apptivo.com/app/dao/v6/customers?a=save",
        "POST https://api2.apptivo.com/app/dao/v6/customers?a=save",
    ] {
        assert_eq!(url(line), "this is apptivo.customer.create", "{line}");
    }
    let line = "POST https://crm.example/search-customer-by-customer-id.html";
    assert_eq!(url(line), "this is kapture.customer.search");
}

#[test]
fn what_is_none_is_told_with_the_reason() {
    for (line, expected) in [
        (
            "https://a.example/b",
            "no operation of the catalog has this host or path",
        ),
        ("", "no operation of the catalog has this host or path"),
        (
            "PUT https://x.kapturecrm.com/search-customer-by-customer-id.html",
            "host and path fit kapture.customer.search, the method does not",
        ),
        (
            "POST https://api.aptania.example/services/createAccount",
            "method and path fit aptania.account.create, the host does not",
        ),
        (
            "POST https://api.aptania.com/services/deleteAccount",
            "the host fits aptania.account.create, the path does not",
        ),
        (
            "https://api.apptivo.com/app/dao/v6/customers?a=delete",
            "method, host and path fit apptivo.customer.create or apptivo.customer.update_by_contact \
             or apptivo.customer.update_by_name, the value of `a` does not",
        ),
    ] {
        let line = if line.is_empty() { "/" } else { line };
        assert_eq!(url(line), expected, "{line}");
    }
}

#[test]
fn apptivo_is_told_apart_by_parameters() {
    let base = "https://api.apptivo.com/app/dao/v6/customers";
    for (query, expected) in [
        (
            "a=save&customerData=%7B%7D",
            "this is apptivo.customer.create",
        ),
        (
            "a=update&customerId=1&attributeName=%5B%22customerName%22%5D",
            "this is apptivo.customer.update_by_name",
        ),
        (
            "a=update&customerId=1&attributeName=[\"address\"]&isAddressUpdate=true",
            "this is apptivo.customer.update_by_contact",
        ),
        (
            "a=update&customerId=1",
            "this may be apptivo.customer.update_by_contact or apptivo.customer.update_by_name: \
             the parameters do not decide",
        ),
    ] {
        assert_eq!(url(&format!("{base}?{query}")), expected, "{query}");
        let form = format!("curl {base} -d '{query}'");
        assert_eq!(said(Format::Curl, &form), expected, "{query}");
    }
    let both = "this may be apptivo.customer.create or apptivo.customer.update_by_contact or \
                apptivo.customer.update_by_name: the parameters do not decide";
    assert_eq!(url(base), both);
}

#[test]
fn kapture_is_told_apart_by_members() {
    let (add, update) = (
        "this is kapture.customer.add",
        "this is kapture.customer.update",
    );
    for (body, expected) in [
        (r#"{"name":"a","phone":"1","email":"e"}"#, add),
        (r#"{"name":"a"}"#, add),
        (
            r#"{"customer_id":"1","name":"a","phone":"1","email":"e"}"#,
            update,
        ),
        (
            r#"{"customer_id":"1","customer_code":"x","name":"a"}"#,
            update,
        ),
        (r#"[{"customer_id":"1","name":"a"}]"#, update),
        (r#"[{"name":"a","phone":"1"}]"#, add),
    ] {
        assert_eq!(kapture(body), expected, "{body}");
    }
    let either = "this may be kapture.customer.add or kapture.customer.update: \
                  the parameters do not decide";
    assert_eq!(kapture("{}"), either);
}
