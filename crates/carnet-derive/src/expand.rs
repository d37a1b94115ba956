//! The passes of each derive, from tokens to tokens.

use crate::errors::Errors;
use crate::{check, emit, parse, raw};
use proc_macro2::TokenStream;
use quote::quote;
use syn::DeriveInput;

/// `#[derive(Payload)]`.
pub(crate) fn payload(input: &DeriveInput) -> TokenStream {
    let errors = Errors::new();
    let raw = parse::payload(&errors, input);
    let checked = check::payload(&errors, &raw);
    match (errors.finish(), checked) {
        (None, Some(payload)) => emit::payload(&raw.target, &payload),
        (found, _) => {
            let is_object =
                matches!(raw.data, raw::Data::Named(_)) && !raw.serde.transparent.is_given();
            let fallback = emit::payload_fallback(&raw.target, is_object);
            quote!(#found #fallback)
        }
    }
}

/// `#[derive(Operation)]`.
pub(crate) fn operation(input: &DeriveInput) -> TokenStream {
    let errors = Errors::new();
    let raw = parse::operation(&errors, input);
    let checked = check::operation(&errors, &raw);
    match (errors.finish(), checked) {
        (None, Some(operation)) => emit::operation(&raw.target, &operation),
        // Without a struct there are no members for it to stand on.
        (found, _) if !raw.is_struct => found.unwrap_or_default(),
        (found, _) => {
            let fallback = emit::operation_fallback(&raw);
            quote!(#found #fallback)
        }
    }
}

/// `#[derive(Authentication)]`.
pub(crate) fn authentication(input: &DeriveInput) -> TokenStream {
    let errors = Errors::new();
    let raw = parse::authentication(&errors, input);
    let checked = check::authentication(&errors, &raw);
    match errors.finish() {
        None => emit::authentication(&raw.target, &checked),
        Some(found) => {
            let fallback = emit::authentication_fallback(&raw.target);
            quote!(#found #fallback)
        }
    }
}

/// `#[derive(Encode)]`. What was understood is held against the contract even where something else
/// is wrong, so that all of it is told in one compile.
pub(crate) fn encode(input: &DeriveInput) -> TokenStream {
    let errors = Errors::new();
    let raw = parse::encode(&errors, input);
    let checked = check::encode(&errors, &raw);
    let found = errors.finish();
    let impls = match checked {
        Some(encode) => emit::encode(&raw.target, &encode),
        None => emit::encode_fallback(&raw.target),
    };
    quote!(#found #impls)
}

#[cfg(test)]
mod tests {
    use proc_macro2::TokenStream;
    use syn::parse_quote;

    /// The expansion as rustfmt would lay it out.
    fn formatted(tokens: TokenStream) -> String {
        prettyplease::unparse(&syn::parse2(tokens).unwrap())
    }

    #[test]
    fn a_small_struct() {
        let expansion = super::payload(&parse_quote! {
            /// A person to write to.
            #[carnet(required_together(name, role))]
            struct Contact<'a> {
                /// Full name.
                #[carnet(max_length(50, decided_by = RV_17, lenient = info))]
                name: Option<&'a str>,
                #[serde(rename = "type")]
                role: Option<Role>,
            }
        });
        insta::assert_snapshot!("a_small_struct", formatted(expansion));
    }

    #[test]
    fn members_without_a_field_or_a_name() {
        let expansion = super::payload(&parse_quote! {
            #[carnet(empty_is_absent, constant(kind = "custom"), demanded("/tag"))]
            struct Attribute {
                #[carnet(alias("tag_name", decided_by = RV_17))]
                tag: String,
                #[carnet(dynamic(tag, strict = warning))]
                value: Option<i64>,
            }
        });
        insta::assert_snapshot!("members_without_a_field_or_a_name", formatted(expansion));
    }

    #[test]
    fn an_operation_with_parameters() {
        let expansion = super::operation(&parse_quote! {
            /// Makes a thing.
            #[carnet(
                operation = "acme.thing.make",
                vendor = ACME,
                page = "https://acme.example/docs/make",
                post = "https://{base_url}/things",
                auth = Keys,
                parameters,
                text(url_host("acme.example"), strict = warning),
                reply_text(trailing_comma, lenient = info),
                success(Thing, status = 200),
                failure(Refusal, word(Status, "fail", "failed"))
            )]
            struct Make {
                name: String,
            }
        });
        insta::assert_snapshot!("an_operation_with_parameters", formatted(expansion));
    }

    #[test]
    fn a_struct_with_errors() {
        let expansion = super::payload(&parse_quote! {
            struct Contact {
                #[carnet(max_lenght = 50)]
                name: String,
            }
        });
        insta::assert_snapshot!("a_struct_with_errors", formatted(expansion));
    }

    #[test]
    fn a_struct_that_is_mapped() {
        let expansion = super::encode(&parse_quote! {
            #[carnet(to(acme::CreateTicket, set(number = 1), profile = lenient))]
            struct Complaint<'a, T> {
                #[carnet(acme = "subject")]
                title: &'a str,
                #[carnet(acme("reporter.name", with = Person::name))]
                customer: Person,
                #[carnet(acme("mood", undocumented))]
                mood: Option<T>,
                #[carnet(skip)]
                note: String,
            }
        });
        insta::assert_snapshot!("a_struct_that_is_mapped", formatted(expansion));
    }

    #[test]
    fn an_enum_of_words() {
        let expansion = super::encode(&parse_quote! {
            #[carnet(to(acme::Priority))]
            enum Mood {
                #[carnet(acme = "low", globex = 1)]
                Calm,
                #[carnet(acme = "high", globex = HIGH)]
                Angry,
            }
        });
        insta::assert_snapshot!("an_enum_of_words", formatted(expansion));
    }

    #[test]
    fn a_struct_around_a_value() {
        let expansion = super::encode(&parse_quote! {
            struct Number<T>(Option<T>);
        });
        insta::assert_snapshot!("a_struct_around_a_value", formatted(expansion));
    }

    /// Every kind of attribute, tokens separated by blanks.
    const SOURCES: [&str; 6] = [
        r#"# [ serde ( rename_all = "camelCase" , default ) ]
        # [ carnet ( crate = ::carnet , open , unknown_keys ( strict = info , page = "https://a.b" ) ,
            required_together ( a , b , lenient = allow , decided_by = X ) , length_decided_by = X ,
            operation = "a.b.c" , vendor = V , post = "https://{a}/b" , auth = A < B , C > ,
            page = "https://a.b" , media_type = "a/b" , success ( S , status = "2xx" ) ,
            failure ( F , prefix ( a = "b" ) , present ( "c" ) , word ( c , "d" , "e" ) ) , body ,
            text ( shell_variable ( "$A" , "$B" ) , strength = sample ) , query , parameters , batch ,
            reply_text ( trailing_comma ) , adopts , empty_is_absent , required ( strict = info ) ,
            constant ( c = "d" , description = "e" , see ( X ) ) , labels ( decided_by = X ) ,
            at_least_one_other ( a ) , equal ( a , "/b/c" ) , unset ( a ) , same_length ( a , b ) ,
            null_opposite ( a , b , "c" ) , calendar_day ( a , b , e , january = 0 ) ) ]
        struct S < 'a , T : Copy > {
            # [ carnet ( max_length ( 5 , strict = warning ) , minimum = - 5.0 , format = "date" ,
                reading ( string ) , reading ( Vec < i64 > , section = "s" ) , see ( X , Y ) ,
                requires ( b ) , required , null ( lenient = info ) , empty , secret , optional ,
                const = 5 , undocumented , alias ( "y" , strict = info ) ) ]
            # [ serde ( rename = "x" , skip_serializing_if = "Option::is_none" ) ]
            a : Option < & 'a str > ,
            b : bool ,
            # [ serde ( flatten ) ] c : C ,
            # [ serde ( skip ) ] d : T ,
            # [ carnet ( dynamic ( a , b , strict = info ) ) ] e : String ,
        }"#,
        r#"# [ serde ( untagged , rename_all = "snake_case" ) ]
        # [ carnet ( select ( context = "a" , key = "b" ) , disputed ( "c" , strict = info ) , mismatch ) ]
        enum E {
            # [ carnet ( maximum ( 5 , strict = info ) , format ( path::F ) ) ]
            # [ serde ( rename = "x" ) ]
            A ( i64 ) ,
            B ( Vec < String > ) ,
        }"#,
        "# [ carnet ( other_case ( decided_by = X ) ) ] enum L { A , # [ serde ( other ) ] B ( ) , }",
        r#"# [ carnet ( crate = ::carnet , to ( a :: B < C , D > , as = e , profile = lenient ,
            set ( f . g = - 1.5 , "/a~1b/0" = [ null , "x" , [ 1 ] ] , h = A :: B , i = true ) ) ,
            to ( J ) ) ]
        struct M < 'a , T : Copy , const N : usize = 3 > where T : Send {
            # [ carnet ( e = "a.b.0.0" , j ( "c" , with = | x : & u8 | x , undocumented ) ) ]
            k : Option < & 'a str > ,
            # [ carnet ( e = "a.b" , e = "a.b.0.0" , e = "x" ) ] l : [ T ; N ] ,
            # [ carnet ( skip ) ] m : r#T ,
            # [ carnet ( e = "/" , e = "/a" ) ] r#n : ( ) ,
        }"#,
        r#"# [ carnet ( to ( a :: B , set ( c = 1 ) ) ) ] enum W < 'a > {
            # [ carnet ( a = "x" , b = - 1 , c = null , d = [ ] , e = X ) ] A ,
            # [ carnet ( a = "y" , b = 2 ) ] B ( & 'a str ) ,
        }"#,
        r#"# [ carnet ( to ( a :: B ) ) ] struct N < T > ( # [ carnet ( a = "x" ) ] Option < T > , )
            where T : Copy ;"#,
    ];

    #[test]
    fn no_input_panics() {
        let mut parsed = 0;
        for source in SOURCES {
            let tokens: Vec<_> = source.split_whitespace().collect();
            for at in 0..tokens.len() {
                for instead in ["", ",", "=", "( )", "5", "\"text\"", "word", "<", "-"] {
                    let mut changed = tokens.clone();
                    changed[at] = instead;
                    if let Ok(input) = syn::parse_str(&changed.join(" ")) {
                        super::payload(&input);
                        super::operation(&input);
                        super::authentication(&input);
                        super::encode(&input);
                        parsed += 1;
                    }
                }
            }
        }
        assert!(parsed > 1000, "only {parsed} inputs were Rust");
    }
}
