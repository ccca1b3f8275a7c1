//! The function `golden-images` without Node: a ResourceList on stdin, a ResourceList on stdout, what was found on
//! stderr. It reads and writes nothing else. All that it knows is in the bundle; this starts it.

mod engine;
mod facts;
mod last_resort;
mod memory;
mod modules;
mod snapshot;
mod streams;

use std::{env, panic, process};

const HELP: &str = "\
Usage: golden-images-fn < RESOURCE-LIST

KubeVirt's boot images, predicted and checked before a change reaches a cluster: the KRM function for kustomize and kpt.
It reads a ResourceList, YAML or JSON, on stdin and writes it to stdout, with a DataImportCron for each image and
architecture, and with what it found, which it also says on stderr. Its configuration is the functionConfig.

Options:
  -h, --help     print this and end
  -V, --version  print the version and end
  --licenses     print the licences of the code of others that is in this and end

Exit codes: 0; 1 when a finding reaches `failOn`; 2 for a configuration that can't be used; 3 for input that can't be
read, or a failure of the function itself.
";

fn main() {
    last_resort::install();
    panic::set_hook(Box::new(|panic| process::exit(fail_of_our_own(&panic.to_string()))));
    process::exit(match env::args_os().nth(1) {
        None => run(),
        Some(argument) => match argument.to_str() {
            Some("-h" | "--help") => streams::write(HELP.as_bytes(), b"", 0),
            Some("-V" | "--version") => streams::write(concat!(env!("GOLDEN_IMAGES_VERSION"), "\n").as_bytes(), b"", 0),
            Some("--licenses") => streams::write(include_bytes!(env!("GOLDEN_IMAGES_NOTICES")), b"", 0),
            // Asked by the build alone: what it gives becomes a part of the executable, which does not know this any more.
            Some("--snapshot") if snapshot::can_be_taken() => match snapshot::take() {
                Ok(memory) => streams::write(memory, b"", 0),
                Err(reason) => fail_of_our_own(&reason),
            },
            _ => {
                // No runner takes it for a command (src/formats/printable.ts).
                let shown = format!("{argument:?}").replace("##", "#\\u{23}");
                streams::write(b"", format!("golden-images: unknown argument {shown}; see --help\n").as_bytes(), 2)
            }
        },
    })
}

fn run() -> i32 {
    match streams::read_stdin() {
        Ok(input) => {
            snapshot::engine().and_then(|engine| engine.run(input)).unwrap_or_else(|reason| fail_of_our_own(&reason))
        }
        Err(message) => streams::fail(&message),
    }
}

fn fail_of_our_own(reason: &str) -> i32 {
    streams::fail(&format!("a failure of golden-images itself, please report it: {}", reason.replace('\n', " ")))
}
