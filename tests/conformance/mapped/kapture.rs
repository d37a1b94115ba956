//! Kapture: flat members, one of them of a single character.

use super::compare;
use super::mirror::mirror;
use carnet_core::Text;
use carnet_core::auth::Basic;
use carnet_vendors::kapture;
use carnet_wire::BaseUrl;
use jiff::civil::Date;

mirror! {
    Customer as kapture::AddCustomer {
        born: Option<Date> = "date_of_birth" => date_of_birth;
        married: Option<String> = "anniversary_date" => anniversary_date;
        number: Option<String> = "customer_id" => customer_id;
        address: Option<String> = "address" => address;
        zone: Option<Text<5>> = "zone" => zone;
        class: Option<String> = "classification" => classification;
        sort: Option<char> = "type" => kind;
        city: Option<String> = "city" => city;
        state: Option<String> = "state" => state;
        code: Option<String> = "customer_code" => customer_code;
        country: Option<String> = "country" => country;
        phone: Text<40> = "phone" => phone;
        mail: String = "email" => email;
        name: String = "name" => name;
    }
}

#[test]
fn add_customer() {
    let key = Basic("YWRhOmV4YW1wbGU=".into());
    let base = BaseUrl::new("https://example.kapturecrm.com").expect("a base URL");
    compare::<Customer, kapture::AddCustomer>(&key, &base, &[""]);
}
