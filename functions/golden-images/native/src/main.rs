//! The function `golden-images` without Node: a ResourceList on stdin, a ResourceList on stdout, what was found on
//! stderr. It reads and writes nothing else, and could not. All that it knows is in the bundle; this starts it.

#![cfg_attr(not(test), no_main)]
// Tests have threads, and so the standard library's memory.
#![cfg_attr(test, allow(dead_code))]

#[cfg(target_os = "linux")]
mod confinement;
mod engine;
#[cfg(target_os = "linux")]
mod executable;
mod facts;
#[cfg(target_os = "linux")]
mod filter;
mod last_resort;
mod memory;
mod modules;
mod snapshot;
mod streams;

use last_resort::build;
use std::ffi::{CStr, c_char, c_int};
use std::panic::{self, PanicHookInfo};

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

/// The standard library's own start asks for memory, and panics where there is none.
///
/// # Safety
///
/// There are so many arguments.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub unsafe extern "C" fn main(count: c_int, arguments: *const *const c_char) -> c_int {
    last_resort::install();
    #[cfg(target_os = "linux")]
    {
        memory::settle();
        executable::protect_constants();
    }
    panic::set_hook(Box::new(|panic| end(fail_of_our_own(&explain(panic)))));
    end(if count < 2 {
        run()
    } else {
        // SAFETY: the C library's start passes on what the system gave.
        tell(unsafe { CStr::from_ptr(*arguments.add(1)) }.to_string_lossy().as_ref())
    })
}

fn run() -> i32 {
    let (size, stack) = (streams::stdin_size(), engine::usable_stack());
    let engine = snapshot::engine();
    #[cfg(target_os = "linux")]
    confinement::enter();
    let answer = engine.map_err(|reason| fail_of_our_own(&reason)).and_then(|engine| {
        let input = streams::read_stdin(size).map_err(|message| streams::fail(&message))?;
        engine.run(input, stack).map_err(|reason| fail_of_our_own(&reason))
    });
    answer.unwrap_or_else(|exit_code| exit_code)
}

fn tell(argument: &str) -> i32 {
    match argument {
        "-h" | "--help" => streams::write(HELP.as_bytes(), b"", 0),
        "-V" | "--version" => streams::write(concat!(env!("GOLDEN_IMAGES_VERSION"), "\n").as_bytes(), b"", 0),
        "--licenses" => streams::write(include_bytes!(env!("GOLDEN_IMAGES_NOTICES")), b"", 0),
        // Asked by the build alone: what it gives becomes a part of the executable, which does not know this any more.
        "--snapshot" if snapshot::can_be_taken() => match snapshot::take() {
            Ok(memory) => streams::write(memory, b"", 0),
            Err(reason) => fail_of_our_own(&reason),
        },
        _ => {
            // No runner takes it for a command (src/formats/text/printable.ts).
            let shown = format!("{argument:?}").replace("##", "#\\u{23}");
            streams::write(b"", format!("golden-images: unknown argument {shown}; see --help\n").as_bytes(), 2)
        }
    }
}

fn fail_of_our_own(reason: &str) -> i32 {
    let reason = reason.replace('\n', " ");
    streams::fail(&format!(concat!("a failure of golden-images itself, please report it: {} ", build!()), reason))
}

/// What broke off and where, by the name of the source file alone.
fn explain(panic: &PanicHookInfo) -> String {
    let payload = panic.payload();
    let words =
        payload.downcast_ref::<&str>().copied().or_else(|| payload.downcast_ref::<String>().map(String::as_str));
    let place = panic.location().map(|place| {
        let file = place.file().rsplit(['/', '\\']).next().unwrap_or_default();
        format!(" ({file}:{})", place.line())
    });
    format!("{}{}", words.unwrap_or("it broke off"), place.unwrap_or_default())
}

/// Nothing has to be done before: what was written is not buffered.
fn end(exit_code: i32) -> ! {
    // SAFETY: see there.
    unsafe { libc::_exit(exit_code) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Mutex;

    static SAID: Mutex<Option<String>> = Mutex::new(None);

    #[test]
    fn explains_a_panic_without_a_folder() {
        panic::set_hook(Box::new(|panic| *SAID.lock().unwrap() = Some(explain(panic))));
        let number = 5;
        panic::catch_unwind(|| panic!("no {number}")).unwrap_err();
        let said = SAID.lock().unwrap().take().unwrap();
        assert!(said.starts_with("no 5 (main.rs:"), "{said}");
    }
}
