//! Structs with named fields.

use super::generics::{detached, split};
use super::payload_impl;
use super::ruling::{ruling, source};
use super::shape::placed;
use crate::model::{Empty, Entry, Field, MemberAssertion, MemberRule, Null, Object, Target};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::Path;

/// The impls of `Payload` and `Members`.
pub(crate) fn object(target: &Target, object: &Object) -> TokenStream {
    let Target { ident, root, .. } = target;
    let mismatch = object.mismatch.as_ref().map(|raw| {
        let mismatch = ruling(root, raw);
        quote!(mismatch: #mismatch,)
    });
    let payload = payload_impl(
        target,
        &quote! {
            #root::Shape {
                kind: #root::Kind::Object(&<Self as #root::Members>::OBJECT),
                #mismatch
                ..#root::Shape::ANY
            }
        },
        &TokenStream::new(),
        &quote!(carnet_out),
        &quote! {
            carnet_out.object(|carnet_members| {
                #root::Members::write_members(self, carnet_members)
            });
        },
    );
    let constant = constant(target, object);
    let writes = object
        .entries
        .iter()
        .map(|entry| write(root, entry, Into::Object));
    let parameters = object
        .entries
        .iter()
        .map(|entry| write(root, entry, Into::Parameters));
    let out = if object.entries.is_empty() {
        quote!(_)
    } else {
        quote!(carnet_out)
    };
    let (impl_generics, ty_generics, where_clause) = &split(target);
    quote! {
        #payload
        #[automatically_derived]
        impl #impl_generics #root::Members for #ident #ty_generics #where_clause {
            const OBJECT: #root::Object = #constant;
            fn write_members<__CarnetSink: #root::json::Sink>(
                &self,
                #out: &mut #root::json::ObjectWriter<'_, __CarnetSink>,
            ) {
                #(#writes)*
            }
            fn write_parameters<__CarnetSink: #root::json::Sink>(
                &self,
                #out: &mut #root::parameters::ParameterWriter<'_, __CarnetSink>,
            ) {
                #(#parameters)*
            }
        }
    }
}

/// The value of `OBJECT`.
fn constant(target: &Target, object: &Object) -> TokenStream {
    let root = &target.root;
    let Object {
        name, description, ..
    } = object;
    let unknown_keys = ruling(root, &object.unknown_keys);
    let key_spelling = ruling(root, &object.key_spelling);
    let rules = object.rules.iter().map(|rule| member_rule(root, rule));
    let source = source(root, &object.source);
    let (items, fields) = fields(target, &object.entries);
    let object = quote! {
        #root::Object {
            name: #name,
            description: #description,
            fields: #fields,
            unknown_keys: #unknown_keys,
            key_spelling: #key_spelling,
            adopts: false,
            empty_is_absent: false,
            dynamic: ::core::option::Option::None,
            rules: &[#(#rules),*],
            source: #source,
        }
    };
    if items.is_empty() {
        object
    } else {
        quote!({ #items #object })
    }
}

/// The list of members, and the items that it needs when some are those of other objects.
fn fields(target: &Target, entries: &[Entry]) -> (TokenStream, TokenStream) {
    let root = &target.root;
    let mut runs: Vec<TokenStream> = Vec::new();
    let mut own: Vec<TokenStream> = Vec::new();
    let mut flattens = false;
    for entry in entries {
        match entry {
            Entry::Field(checked) => own.push(field(root, checked)),
            Entry::Flatten(flatten) => {
                flattens = true;
                if !own.is_empty() {
                    let members = detached(target, &quote!(&[#(#own),*]));
                    runs.push(members);
                    own.clear();
                }
                let ty = detached(target, &flatten.ty);
                runs.push(quote!(<#ty as #root::Members>::OBJECT.fields));
            }
        }
    }
    if !flattens {
        return (TokenStream::new(), quote!(&[#(#own),*]));
    }
    if !own.is_empty() {
        runs.push(detached(target, &quote!(&[#(#own),*])));
    }
    let mut items = TokenStream::new();
    let mut joined = quote!(&[]);
    for (i, run) in runs.iter().enumerate() {
        let (part, all) = (
            format_ident!("__CARNET_PART_{i}"),
            format_ident!("__CARNET_ALL_{i}"),
        );
        items.extend(quote! {
            const #part: &[#root::Field] = #run;
        });
        items.extend(if i == 0 {
            quote!(const #all: &[#root::Field] = #part;)
        } else {
            quote! {
                const #all: &[#root::Field] =
                    &#root::shape::join::<{ #joined.len() + #part.len() }>(#joined, #part);
            }
        });
        joined = quote!(#all);
    }
    (items, joined)
}

fn field(root: &Path, field: &Field) -> TokenStream {
    let Field {
        ty,
        name,
        description,
        see,
        ..
    } = field;
    let shape = placed(root, ty, &field.change);
    let required = field.required.as_ref().map(|raw| ruling(root, raw));
    // The type says whether a member may be absent, unless the member says that it may not.
    let by_type = quote!(<#ty as #root::Payload>::OPTIONAL);
    let optional = required.as_ref().map_or_else(
        || by_type.clone(),
        |own| {
            quote! {
                (#by_type && !::core::matches!(#own.levels.strict, #root::Level::Error))
            }
        },
    );
    let required = required.unwrap_or_else(
        || quote!(if #by_type { #root::Ruling::ALLOW } else { #root::Ruling::ERROR }),
    );
    let null = null(root, field, &optional);
    let empty = match &field.empty {
        Empty::Own(own) => ruling(root, own),
        Empty::Required(all) => {
            let all = ruling(root, all);
            quote!(if #optional { #root::Ruling::ALLOW } else { #all })
        }
    };
    let source = source(root, &field.source);
    quote! {
        #root::Field {
            name: #name,
            description: #description,
            shape: #shape,
            required: #required,
            null: #null,
            empty: #empty,
            undocumented: #root::Ruling::ALLOW,
            aliases: &[],
            source: #source,
            see: &[#(&#see),*],
        }
    }
}

fn null(root: &Path, field: &Field, optional: &TokenStream) -> TokenStream {
    let ty = &field.ty;
    let some = |ruling: &TokenStream| quote!(::core::option::Option::Some(#ruling));
    let unless_nullable = |ruling: &TokenStream| {
        let some = some(ruling);
        quote! {
            if <#ty as #root::Payload>::NULLABLE { ::core::option::Option::None } else { #some }
        }
    };
    let when_required = unless_nullable(&quote!(#root::shape::NULL_REQUIRED));
    let when_optional = match &field.null {
        Null::Own(own) => return some(&ruling(root, own)),
        Null::Optional(all) => some(&ruling(root, all)),
        Null::Default => unless_nullable(&quote!(#root::shape::NULL_OPTIONAL)),
    };
    quote!(if #optional { #when_optional } else { #when_required })
}

fn member_rule(root: &Path, rule: &MemberRule) -> TokenStream {
    let assertion = match &rule.assertion {
        MemberAssertion::RequiredTogether(names) => quote!(RequiredTogether(&[#(#names),*])),
        MemberAssertion::AtLeastOne(names) => quote!(AtLeastOne(&[#(#names),*])),
        MemberAssertion::RequiresTrue(this, flag) => quote!(RequiresTrue(#this, #flag)),
    };
    let ruling = ruling(root, &rule.ruling);
    let source = source(root, &rule.source);
    quote! {
        #root::shape::MemberRule {
            assertion: #root::shape::MemberAssertion::#assertion,
            ruling: #ruling,
            source: #source,
        }
    }
}

/// What a field is written into.
#[derive(Clone, Copy)]
enum Into {
    Object,
    Parameters,
}

/// The statement that writes one field. It names the type, so that a type which is no payload is
/// told of once, where it stands.
fn write(root: &Path, entry: &Entry, into: Into) -> TokenStream {
    let (one, all) = match into {
        Into::Object => (quote!(write_member), quote!(write_members)),
        Into::Parameters => (quote!(write_parameter), quote!(write_parameters)),
    };
    let (write, member, skip_if) = match entry {
        Entry::Field(field) => {
            let (name, member, ty) = (&field.name, &field.member, &field.ty);
            let write = quote! {
                #root::payload::#one::<_, #ty>(carnet_out, #name, &self.#member);
            };
            (write, member, &field.skip_if)
        }
        Entry::Flatten(flatten) => {
            let (member, ty) = (&flatten.member, &flatten.ty);
            let write = quote! {
                <#ty as #root::Members>::#all(&self.#member, carnet_out);
            };
            (write, member, &flatten.skip_if)
        }
    };
    match skip_if {
        Some(path) => quote!(if !#path(&self.#member) { #write }),
        None => write,
    }
}
