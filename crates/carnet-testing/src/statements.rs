//! Every statement of a contract, in a list.

use carnet_core::contract::{Body, Carrier, Contract};
use carnet_core::general::{GN_01, GN_02, GN_03, GN_06, GN_07, GN_08};
use carnet_core::shape::{Assertion, Check, Field, Kind, MemberAssertion, Object, Shape};
use carnet_core::{Discrepancy, RuleId, Ruling};
use std::collections::BTreeSet;

/// What a contract, or a part of it, states: what cases of that contract have to reach.
///
/// # Example
/// ```
/// use carnet_core::{Kind, RuleId, Shape};
/// use carnet_testing::Statements;
///
/// let statements = Statements::of_shape(&Shape::of(Kind::Integer));
/// assert!(statements.rulings.iter().any(|(rule, _)| *rule == RuleId::IntegerRange));
/// ```
#[derive(Clone, Debug, Default)]
pub struct Statements {
    /// Every ruling that can lead to a finding, and the rule of that finding.
    pub rulings: Vec<(RuleId, Ruling)>,
    /// Discrepancies that are named where no check enforces them.
    pub see: Vec<&'static Discrepancy>,
    /// Every constraint on a value.
    pub assertions: Vec<Assertion>,
    /// Every key.
    pub keys: BTreeSet<&'static str>,
    /// Every key of a reading not taken.
    pub aliases: BTreeSet<&'static str>,
    /// Every choice that a context may make: the name of its map, and what that may hold.
    pub choices: Vec<(&'static str, Vec<&'static str>)>,
    /// Every text of a closed list, and every text that a rule asks for.
    pub words: BTreeSet<&'static str>,
}

/// What is judged of parameters, beside what a contract rules upon: the rule, for any vendor.
const PARAMETERS: [RuleId; 13] = [
    RuleId::UrlSyntax,
    RuleId::UrlScheme,
    RuleId::UrlHost,
    RuleId::UrlPath,
    RuleId::UnencodedCharacter,
    RuleId::PercentEncoding,
    RuleId::DoubleEncoding,
    RuleId::LostPlus,
    RuleId::UnserialisedObject,
    RuleId::CutParameter,
    RuleId::MissingEquals,
    RuleId::DuplicateParameter,
    RuleId::CurlyQuotes,
];

impl Statements {
    /// Of everything that travels in a call.
    #[must_use]
    pub fn of(contract: &Contract) -> Self {
        let mut all = Self::default();
        all.body(&contract.request);
        if contract.carrier == Carrier::Parameters {
            all.parameters(&contract.request.shape);
        }
        for reply in contract.replies {
            all.body(&reply.body);
        }
        all
    }

    /// The rules about parameters: those about keys have names of their own there.
    fn parameters(&mut self, shape: &Shape) {
        for rule in PARAMETERS {
            self.ruling(rule, &Ruling::ERROR);
        }
        let Some(object) = shape.object() else { return };
        self.ruling(RuleId::UnknownParameter, &object.unknown_keys);
        self.ruling(RuleId::ParameterSpelling, &object.key_spelling);
    }

    /// Of a shape alone.
    #[must_use]
    pub fn of_shape(shape: &Shape) -> Self {
        let mut all = Self::default();
        all.shape(shape);
        all
    }

    fn ruling(&mut self, rule: RuleId, ruling: &Ruling) {
        if ruling.levels != carnet_core::Levels::ALLOW {
            self.rulings.push((rule, *ruling));
        }
    }

    fn body(&mut self, body: &Body) {
        for (rule, discrepancy) in [
            (RuleId::DuplicateKey, &GN_01),
            (RuleId::ByteOrderMark, &GN_02),
            (RuleId::Depth, &GN_07),
            (RuleId::LoneSurrogate, &GN_08),
        ] {
            self.ruling(rule, &Ruling::by(discrepancy));
        }
        for rule in [RuleId::InvalidUtf8, RuleId::Syntax, RuleId::NumberRange] {
            self.ruling(rule, &Ruling::ERROR);
        }
        for text in body.text {
            self.ruling(text.rule, &text.ruling);
        }
        self.shape(&body.shape);
    }

    fn shape(&mut self, shape: &Shape) {
        for Check { assertion, ruling } in shape.all_checks() {
            self.assertions.push(*assertion);
            self.ruling(assertion.rule(), ruling);
        }
        for reading in shape.readings {
            self.ruling(RuleId::Type, &reading.ruling);
            self.shape(&reading.shape);
        }
        if !matches!(shape.kind, Kind::Any) {
            self.ruling(RuleId::Type, &shape.mismatch);
        }
        match shape.kind {
            Kind::Any | Kind::Boolean | Kind::Number | Kind::String => {}
            Kind::Integer => {
                self.ruling(RuleId::IntegerSpelling, &Ruling::by(&GN_03));
                self.ruling(RuleId::IntegerRange, &Ruling::by(&GN_06));
            }
            Kind::Enum(it) => {
                self.words.extend(it.values);
                self.ruling(RuleId::Enum, &Ruling::ERROR);
                self.ruling(RuleId::EnumCase, &it.other_case);
            }
            Kind::Array(items) => {
                self.null(items.null);
                self.shape(&items.shape);
            }
            Kind::Object(object) => self.object(object),
            Kind::Map(map) => {
                self.null(map.null);
                self.ruling(RuleId::Empty, &map.empty_key);
                self.shape(&map.value);
            }
            Kind::Union(union) => {
                for variant in union.variants {
                    self.shape(&variant.shape);
                }
                if let Some(select) = union.select {
                    let disputed = select.disputed.iter().map(|disputed| disputed.name);
                    let variants = union.variants.iter().map(|variant| variant.name);
                    self.choices
                        .push((select.context, variants.chain(disputed).collect()));
                }
                for disputed in union.select.iter().flat_map(|select| select.disputed) {
                    self.ruling(RuleId::DisputedType, &disputed.ruling);
                }
            }
        }
    }

    fn object(&mut self, object: &Object) {
        self.ruling(RuleId::UnknownKey, &object.unknown_keys);
        self.ruling(RuleId::KeySpelling, &object.key_spelling);
        for rule in object.rules {
            self.ruling(rule.assertion.rule(), &rule.ruling);
            match rule.assertion {
                MemberAssertion::NullOpposite(_, _, word)
                | MemberAssertion::ListedRequiresTrue(_, word, _)
                | MemberAssertion::TrueRequiresListed(_, _, word) => {
                    self.words.insert(word);
                }
                _ => {}
            }
        }
        if let Some(dynamic) = object.dynamic {
            self.ruling(RuleId::UnknownKey, &dynamic.stray);
            self.null(dynamic.null);
            self.shape(&dynamic.shape);
        }
        for field in object.fields {
            self.field(field);
        }
    }

    fn field(&mut self, field: &Field) {
        self.keys.insert(field.name);
        self.see.extend(field.see);
        self.ruling(RuleId::Required, &field.required);
        self.ruling(RuleId::Empty, &field.empty);
        self.ruling(RuleId::UndocumentedKey, &field.undocumented);
        for alias in field.aliases {
            self.aliases.insert(alias.name);
            self.ruling(RuleId::KeySpelling, &alias.ruling);
        }
        self.null(field.null);
        self.shape(&field.shape);
    }

    fn null(&mut self, null: Option<Ruling>) {
        if let Some(ruling) = null {
            self.ruling(RuleId::Null, &ruling);
        }
    }
}
