//! Rules about values that a schema says in part, or not at all.

use super::List;
use crate::place::{Spot, Written};
use carnet_core::contract::Carrier;
use carnet_core::general::{GN_03, GN_06};
use carnet_core::json_schema::unsaid;
use carnet_core::shape::{Assertion, Check, Dynamic, Kind, Object, Union};
use carnet_core::{Level, RuleId, Ruling};

impl List {
    /// What holds of all numbers, whatever the contract demands of them.
    pub(super) fn numbers(&mut self, spots: &[Spot]) {
        let any = |is: fn(&Kind) -> bool, written: &[Written]| {
            let mut spots = spots.iter();
            spots.any(|spot| is(&spot.shape.kind) && written.contains(&spot.written))
        };
        let integer: fn(&Kind) -> bool = |kind| matches!(kind, Kind::Integer);
        let number: fn(&Kind) -> bool = |kind| matches!(kind, Kind::Number);
        let json = &[Written::Json, Written::Inside];
        if any(integer, json) || any(integer, &[Written::Bare]) {
            let reason = "1.0 and 1e0 are the same value as 1";
            self.add(RuleId::IntegerSpelling.as_str(), "", reason, Some(&GN_03));
        }
        if any(integer, json) {
            let reason =
                "a reader that holds numbers as doubles does not see a value just past 64 bits";
            self.add(RuleId::IntegerRange.as_str(), "", reason, Some(&GN_06));
            let reason = "a reader that holds numbers as doubles does not see a fraction that is \
                          too small beside the integer";
            self.add(RuleId::Type.as_str(), "", reason, None);
        }
        if any(number, json) {
            let reason = "readers refuse or round a number that no double holds";
            self.add(RuleId::NumberRange.as_str(), "", reason, None);
        }
    }

    /// What is said of one value.
    pub(super) fn value(&mut self, spot: &Spot) {
        if spot.written == Written::Inside {
            self.inside(spot);
        }
        if spot.written == Written::Bare {
            self.bare(spot);
        }
        for check in spot.shape.all_checks() {
            self.check(spot, check);
        }
        match spot.shape.kind {
            Kind::Object(object) => {
                self.keys(spot, object);
                self.members(spot, object);
            }
            Kind::Union(union) => self.variants(spot, union),
            _ => {}
        }
    }

    /// A parameter with JSON inside.
    fn inside(&mut self, spot: &Spot) {
        let reason = match spot.shape.kind {
            Kind::Any => return,
            Kind::Union(_) => {
                "that the text may be JSON, and what it then holds, is an annotation \
                 (contentSchema): a validator applies it only when told to"
            }
            _ => {
                "that the text is JSON, and what it holds, are annotations (contentMediaType, \
                 contentSchema): a validator applies them only when told to"
            }
        };
        self.add(RuleId::Syntax.as_str(), &spot.at.to_string(), reason, None);
    }

    /// A number as the text of a parameter.
    fn bare(&mut self, spot: &Spot) {
        let at = spot.at.to_string();
        match spot.shape.kind {
            Kind::Integer => {
                let reason = "a pattern has no measure of 64 bits";
                self.add(RuleId::IntegerRange.as_str(), &at, reason, Some(&GN_06));
                let reason = "whether a number with an exponent is an integer takes arithmetic";
                self.add(RuleId::Type.as_str(), &at, reason, None);
            }
            Kind::Number => {
                let reason = "a pattern has no measure of the numbers that a double holds";
                self.add(RuleId::NumberRange.as_str(), &at, reason, None);
            }
            _ => {}
        }
    }

    fn check(&mut self, spot: &Spot, check: &Check) {
        let rule = check.assertion.rule();
        let strict = check.ruling.levels.strict;
        if let Assertion::Placeholder = check.assertion
            && strict > Level::Allow
        {
            let reason = "what a live credential looks like is judged in files only";
            self.rule(rule, spot, reason, &check.ruling);
        }
        if strict < Level::Error {
            return;
        }
        let bare = spot.written == Written::Bare;
        let reason = match check.assertion {
            Assertion::Minimum(_) | Assertion::Maximum(_) | Assertion::MaxDecimals(_) if bare => {
                "numbers are texts here, and a pattern does not compare them".to_owned()
            }
            Assertion::Const(number) if bare => {
                format!("whether a number with an exponent is {number} takes arithmetic")
            }
            Assertion::Minimum(bound) | Assertion::Maximum(bound) | Assertion::Const(bound)
                if matches!(spot.shape.kind, Kind::Number) =>
            {
                format!(
                    "a reader that holds numbers as doubles does not see a value just past {bound}"
                )
            }
            Assertion::MaxDecimals(_) => "decimal places are not exact in doubles".to_owned(),
            Assertion::MaxUtf16Length(_) => "a schema counts code points: a text that is short \
                                             enough in these may be too long in UTF-16 code units"
                .to_owned(),
            Assertion::Format(format) if format.keyword.is_none() && format.pattern.is_none() => {
                format!("no keyword says {}", format.expects)
            }
            _ => return,
        };
        self.rule(rule, spot, reason, &check.ruling);
    }

    /// Keys that are not those of members, or not quite.
    fn keys(&mut self, spot: &Spot, object: &Object) {
        let spelling = if spot.written == Written::Parameters {
            RuleId::ParameterSpelling
        } else {
            RuleId::KeySpelling
        };
        let ruling = &object.key_spelling;
        let is_error = |ruling: &Ruling| ruling.levels.strict == Level::Error;
        let aliases = || object.fields.iter().flat_map(|field| field.aliases);
        let open = object.dynamic.is_some() || !object.is_closed();
        if open && is_error(ruling) {
            let reason = "the object is open: a misspelt key is a key like any other";
            self.rule(spelling, spot, reason, ruling);
        } else if let Some(alias) = aliases().find(|alias| open && is_error(&alias.ruling)) {
            let reason = "the object is open: a key of a reading not taken, misspelt, is a key \
                          like any other";
            self.rule(spelling, spot, reason, &alias.ruling);
        }
        if !open && !is_error(ruling) {
            let reason = "the object is closed: the schema refuses a misspelt key";
            self.rule(spelling, spot, reason, ruling);
        }
        if object.adopts && !is_error(ruling) {
            let reason = "a misspelt key stands for its member, which the schema takes for absent";
            self.rule(spelling, spot, reason, ruling);
        }
        if let Some(alias) = aliases().find(|alias| !is_error(&alias.ruling)) {
            let reason = "of several keys of readings not taken only the first stands for the \
                          member; the schema judges the values of all";
            self.rule(spelling, spot, reason, &alias.ruling);
        }
        if let Some(dynamic) = object.dynamic {
            self.dynamic(spot, object, dynamic);
        }
    }

    /// A key that is the value of a member: what a schema cannot follow.
    fn dynamic(&mut self, spot: &Spot, object: &Object, dynamic: &Dynamic) {
        let names = dynamic.named_by.join(", ");
        let strict = dynamic.stray.levels.strict;
        if strict > Level::Allow {
            let reason = format!("which keys the values of {names} name, a schema does not see");
            self.rule(RuleId::UnknownKey, spot, reason, &dynamic.stray);
        }
        if strict < Level::Error || object.key_spelling.levels.strict < Level::Error {
            let reason =
                format!("the value under a key that a value of {names} names is not judged");
            let under = Spot {
                at: spot.at.member("*"),
                shape: dynamic.shape,
                written: Written::Json,
            };
            self.rule(RuleId::Type, &under, reason, &dynamic.shape.mismatch);
        }
    }

    /// Statements about several members.
    fn members(&mut self, spot: &Spot, object: &Object) {
        let carrier = match spot.written {
            Written::Parameters => Carrier::Parameters,
            Written::Json | Written::Bare | Written::Inside => Carrier::JsonBody,
        };
        for rule in object.rules {
            if rule.ruling.levels.strict < Level::Error {
                continue;
            }
            if let Some(reason) = unsaid(&rule.assertion, object, carrier) {
                let reason = format!("{reason}: {}", rule.assertion);
                self.rule(rule.assertion.rule(), spot, reason, &rule.ruling);
            }
        }
    }

    fn variants(&mut self, spot: &Spot, union: &Union) {
        let Some(select) = union.select else {
            return;
        };
        let reason = format!(
            "which variant applies is known from outside the payload ({}, by the member {}): the \
             schema takes a value that fits any",
            select.context, select.key
        );
        self.add(RuleId::Type.as_str(), &spot.at.to_string(), reason, None);
        for disputed in select.disputed {
            if disputed.ruling.levels.strict > Level::Allow {
                let reason = format!(
                    "that the data type is {} is known from outside the payload",
                    disputed.name
                );
                self.rule(RuleId::DisputedType, spot, reason, &disputed.ruling);
            }
        }
    }
}
