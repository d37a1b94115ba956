//! The rules about members, where the members are parameters.

use crate::chain::call;
use carnet_core::RuleId;

#[test]
fn places_and_rules_of_parameters() {
    call("id=7&title=x&loud=true").clean();
    call("title=x&loud=true")
        .both(&["error required query:id"])
        .help("add id=1");
    call("id=7&colour=red")
        .strict(&["warning unknown-parameter query:colour"])
        .lenient(&["info unknown-parameter query:colour"])
        .underlines("colour")
        .message("the parameter `colour` is not documented");
    call("id=7&titels=x&loud=true").help("did you mean `title`?");
    call("id=7&Loud=true")
        .strict(&["error parameter-spelling query:Loud"])
        .lenient(&["warning parameter-spelling query:Loud"]);
    call("id=7&titles=x&loud=true")
        .strict(&["error parameter-spelling query:titles"])
        .lenient(&["warning parameter-spelling query:titles"]);
    call("id=7&origin=web").strict(&["warning undocumented-key query:origin"]);
    call("id=7&id=8")
        .strict(&["error duplicate-parameter query:id"])
        .lenient(&["warning duplicate-parameter query:id"])
        .message("the parameter `id` is given twice, with different values");
    call("id=7&title=x")
        .strict(&["warning requires-true query:title"])
        .help("write loud=true, or remove `title`");
}

#[test]
fn places_inside_a_parameter() {
    call("id=7&data=%7B%22colour%22%3A1%7D")
        .strict(&["error unknown-key query:data#/colour"])
        .underlines("%22colour%22");
    call("id=7&data=%7B%22version%22%3A3%2C%22version%22%3A3%7D")
        .strict(&["error duplicate-key query:data#/version"]);
    call("id=7&data=%7B%22record%22%3A%7B%22id%22%3A8%7D%7D")
        .strict(&["error equal query:data#/record/id"])
        .underlines("8")
        .help("write 7 in both");
    call("id=7&data=%7B%22names%22%3A%5B%22address%22%5D%7D")
        .strict(&["error listed-flag query:data#/names/0"])
        .underlines("%22address%22");
}

#[test]
fn types_of_bare_values() {
    for (parameters, message, help) in [
        (
            "id=%227%22",
            "expected an integer, found another text",
            "write 7",
        ),
        (
            "id=",
            "expected an integer, found another text",
            "write an integer, such as 1",
        ),
        (
            "id=1.5",
            "expected an integer, found a number with a fraction",
            "write an integer, such as 1",
        ),
        (
            "id=7&loud=TRUE",
            "expected a boolean, found another text",
            "write true",
        ),
        (
            "id=7&loud=yes",
            "expected a boolean, found another text",
            "write a boolean, such as true",
        ),
    ] {
        let finding = call(parameters).only();
        assert_eq!(finding.rule, RuleId::Type, "{parameters}");
        assert_eq!(finding.message, message);
        assert_eq!(finding.help.as_deref(), Some(help));
    }
    call("id=7&loud=True").lenient(&["warning type query:loud"]);
    call("id=7&loud=%22true%22").lenient(&["warning type query:loud"]);
    call("id=7&loud=yes").lenient(&["error type query:loud"]);
}
