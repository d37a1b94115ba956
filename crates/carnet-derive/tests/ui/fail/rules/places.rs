use carnet::Payload;

#[derive(Payload)]
#[carnet(demanded("customerData/id"))]
#[carnet(demanded("/customer_data/id"))]
#[carnet(demanded("/customerDat/id"))]
#[carnet(demanded("/other"))]
#[carnet(demanded(id))]
#[carnet(equal(customer_id))]
#[carnet(equal("/customerId", "/customerId"))]
#[carnet(unset(customer_id, customer_data))]
#[carnet(unset)]
#[serde(rename_all = "camelCase")]
struct Update {
    customer_id: String,
    customer_data: Data,
}

#[derive(Payload)]
struct Data {
    id: String,
}

fn main() {}
