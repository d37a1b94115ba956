use carnet::Payload;

#[derive(Payload)]
#[carnet(at_least_one(a, b,), null(strict = error,),)]
#[carnet(open)]
#[allow(dead_code)]
struct Thing {
    #[carnet(max_length(5, strict = warning,),)]
    #[carnet(min_length = 1,)]
    a: Option<String>,
    #[carnet()]
    b: Option<String>,
}

fn main() {}
