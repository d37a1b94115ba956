use carnet::Payload;

#[derive(Payload)]
#[carnet(not_before(ends))]
#[carnet(not_before(ends, starts, flag))]
#[carnet(not_before("ends", starts))]
#[carnet(same_length(names, flag))]
#[carnet(null_opposite(ids, names, address))]
#[carnet(listed_requires_true(names, "phones", ids))]
#[carnet(true_requires_listed(names, flag, "phones"))]
#[carnet(distinct(ids, names))]
#[carnet(at_least_one_other())]
#[carnet(at_least_one_other(id))]
#[carnet(calendar_day(starts, ends, flag, january = 2))]
#[carnet(same_length(ids, names, january = 0))]
struct Update {
    starts: String,
    ends: String,
    names: Vec<String>,
    ids: Vec<Option<String>>,
    flag: bool,
}

fn main() {}
