#!/usr/bin/env python3
"""What deriving `Encode` costs while a crate is compiled, beside serde's and schemars' derives.

Writes three crates into a folder of its own, each with the same struct of 40 fields: one that
derives nothing, one that derives serde's Serialize and Deserialize and schemars' JsonSchema, one
that derives carnet's Encode, mapped to an operation of each of the four vendors. Measures the CPU
time (user and system, of cargo and all it starts) of

- clean: the crate and everything it depends on, from an empty target folder;
- crate: the crate alone, its dependencies built, nothing of it kept from before;
- touch: the crate alone after a small change, as cargo does it, which keeps what it can.

Rounds are interleaved; the median is printed. Needs cargo and nothing else.

    python3 benches/compile_time.py [--rounds 7] [--clean-rounds 3]
"""

import argparse
import itertools
import os
import pathlib
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent

# Field, type, and where it stands: Apptivo, RevNue, Kapture, Aptania.
REQUIRED = [
    ("name", "String", "customerData.customerName", "name", "name", "AccountName"),
    ("street", "String", "customerData.addresses.0.addressLine1", "address_line_1", "address", "Address1"),
    ("annex", "String", "customerData.addresses.0.addressLine2", "address_line_2", None, "Address2"),
    ("town", "String", "customerData.addresses.0.city", "city", "city", "Town"),
    ("postcode", "String", "customerData.addresses.0.zipCode", "zip_postal_code", None, "Postcode"),
    ("county", "String", "customerData.addresses.0.county", "state_province", "state", "County"),
    ("phone", "String", "customerData.phoneNumber", "phone", "phone", "Telephone"),
    ("email", "String", "customerData.contactEmail", "contact_person.email", "email", "Contacts.0.Emailaddress"),
    ("contact", "String", None, "contact_person.name", None, "Contacts.0.Firstname"),
    ("surname", "String", None, None, None, "Contacts.0.Lastname"),
    ("note", "String", "customerData.description", "general_description", None, "Note"),
    ("owner", "i64", None, None, None, "CreatedByUserID"),
    ("assignee", "i64", "customerData.assigneeObjectRefId", None, None, "AssignedToUserID"),
    ("profile", "i64", None, None, None, "ContactProfileID"),
    ("country_code", "String", "customerData.addresses.0.countryCode", None, "country", "CountryID"),
    ("account_type", "String", None, None, None, "AccountTypeID"),
    ("todo", "String", None, None, None, "Actions.0.ActionText"),
    ("todo_type", "String", None, None, None, "Actions.0.ActionTypeID"),
    ("todo_day", "String", None, None, None, "Actions.0.ActionDate"),
    ("todo_time", "String", None, None, None, "Actions.0.ActionTime"),
    ("todo_owner", "i64", None, None, None, "Actions.0.ActionAssignedToUserID"),
    ("company", "i64", None, "company", None, None),
]
OPTIONAL = [
    ("category", "i64", "customerData.customerCategoryId", "category", None, None),
    ("country", "i64", None, "country", None, None),
    ("mobile", "String", None, "mobile", None, None),
    ("fax", "String", None, "fax", None, None),
    ("website", "String", "customerData.website", "website", None, None),
    ("nda", "bool", None, "nda_signed", None, None),
    ("nda_day", "String", None, "nda_signed_date", None, None),
    ("msa", "bool", None, "msa_signed", None, None),
    ("msa_day", "String", None, "msa_signed_date", None, None),
    ("more", "String", None, "supplementary_description", None, None),
    ("still_more", "String", None, "additional_description", None, None),
    ("code", "String", "customerData.customerNumber", None, "customer_code", None),
    ("kind", "String", "customerData.customerCategory", None, "type", None),
    ("class", "String", None, None, "classification", None),
    ("zone", "String", None, None, "zone", None),
    ("born", "String", None, None, "date_of_birth", None),
    ("anniversary", "String", None, None, "anniversary_date", None),
    ("skype", "String", "customerData.skypeName", None, None, None),
]
VENDORS = ["apptivo", "revnue", "kapture", "aptania"]


def struct(mapped):
    lines = ["pub struct Lead {"]
    fields = [(f, t, p) for f, t, *p in REQUIRED] + [(f, f"Option<{t}>", p) for f, t, *p in OPTIONAL]
    assert len(fields) == 40
    for field, ty, places in fields:
        if mapped:
            words = [f'{v} = "{p}"' for v, p in zip(VENDORS, places) if p]
            lines.append(f"    #[carnet({', '.join(words)})]")
        lines.append(f"    pub {field}: {ty},")
    lines.append("}")
    return "\n".join(lines)


CRATES = {
    "plain": ("", struct(False)),
    "serde_schemars": (
        'serde = { version = "1", features = ["derive"] }\nschemars = "1"\nserde_json = "1"\n',
        "#[derive(serde::Serialize, serde::Deserialize, schemars::JsonSchema)]\n" + struct(False),
    ),
    "carnet_encode": (
        f'carnet = {{ path = "{ROOT / "crates/carnet"}" }}\n',
        "use carnet::{apptivo, aptania, kapture, revnue};\n\n"
        "#[derive(carnet::Encode)]\n"
        "#[carnet(\n    to(apptivo::CreateCustomer, set(\"customerData.addresses.0.addressAttributeId\" = \"address_section_attr_id\")),\n    to(revnue::CreateCustomer),\n"
        "    to(kapture::AddCustomer),\n    to(aptania::CreateAccount)\n)]\n" + struct(True),
    ),
}


def cargo(folder, *arguments, incremental=True):
    """Runs cargo and returns the CPU time it took, in seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {
        **os.environ,
        "CARGO_TARGET_DIR": str(folder / "target"),
        "CARGO_INCREMENTAL": "1" if incremental else "0",
    }
    run = subprocess.run(
        ["cargo", *arguments], cwd=folder, env=environment, capture_output=True, text=True
    )
    if run.returncode != 0:
        sys.exit(run.stderr)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--clean-rounds", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folders = {}
        for name, (dependencies, code) in CRATES.items():
            folder = folders[name] = pathlib.Path(temporary) / name
            (folder / "src").mkdir(parents=True)
            manifest = f'[package]\nname = "{name}"\nversion = "0.1.0"\nedition = "2024"\n\n[workspace]\n\n'
            (folder / "Cargo.toml").write_text(manifest + "[dependencies]\n" + dependencies)
            (folder / "src/lib.rs").write_text("#![allow(missing_docs)]\n" + code + "\n")
            # The versions that the workspace has tested, so that both sides share them.
            shutil.copy(ROOT / "Cargo.lock", folder / "Cargo.lock")
        measured = {}

        def note(work, name, seconds):
            measured.setdefault((work, name), []).append(seconds)

        for _ in range(options.clean_rounds):
            for name, folder in folders.items():
                shutil.rmtree(folder / "target", ignore_errors=True)
                note("build, clean", name, cargo(folder, "build"))
        for command, work in itertools.product(["check", "build"], ["crate", "touch"]):
            for folder in folders.values():
                cargo(folder, command, incremental=work == "touch")
            for i in range(options.rounds):
                for name, folder in folders.items():
                    source = folder / "src/lib.rs"
                    change = f"pub const ROUND_{command.upper()}_{work.upper()}_{i}: u32 = {i};\n"
                    source.write_text(source.read_text() + change)
                    seconds = cargo(folder, command, incremental=work == "touch")
                    note(f"{command}, {work}", name, seconds)
        works = dict.fromkeys(work for work, _ in measured)
        print("| CPU seconds | " + " | ".join(CRATES) + " | carnet / serde + schemars |")
        print("|---|" + "--:|" * (len(CRATES) + 1))
        for work in works:
            medians = {name: statistics.median(measured[work, name]) for name in CRATES}
            ratio = medians["carnet_encode"] / medians["serde_schemars"]
            cells = " | ".join(f"{medians[name]:.2f}" for name in CRATES)
            print(f"| {work} | {cells} | {ratio:.2f}× |")


if __name__ == "__main__":
    main()
