//! Stdin as text, and what goes out, with the words of `src/cli/standard-streams.ts` when the system refuses.

use std::fs::File;
use std::io::{self, ErrorKind, Read, Write};
use std::mem::ManuallyDrop;
use std::os::fd::{FromRawFd, RawFd};
use std::{thread, time::Duration};

/// The most UTF-16 units that a string of V8 has.
const LONGEST: usize = 0x1fff_ffe8;
const TOO_LONG: &str = "stdin must be smaller than 512 MiB";

/// All of stdin.
pub fn read_stdin() -> Result<String, String> {
    let mut bytes = Vec::new();
    let mut stdin = open(libc::STDIN_FILENO);
    // What was read before an error stays.
    attempt(|| stdin.read_to_end(&mut bytes))
        .map_err(|error| format!("stdin must be readable: {}", explain(&error, "read")))?;
    let text = String::from_utf8(bytes).map_err(|_| "stdin must be UTF-8 text")?;
    let is_too_long = text.len() > LONGEST && text.chars().map(char::len_utf16).sum::<usize>() > LONGEST;
    if is_too_long { Err(TOO_LONG.into()) } else { Ok(text) }
}

/// Writes both and gives the exit code: 3 when stdout took less than the whole, or when stderr did and it would have been 0.
pub fn write(stdout: &[u8], stderr: &[u8], exit_code: i32) -> i32 {
    if let Err(error) = write_all(libc::STDOUT_FILENO, stdout) {
        return fail(&format!("the output must be writable to its end: {}", explain(&error, "write")));
    }
    match write_all(libc::STDERR_FILENO, stderr) {
        Err(_) if exit_code == 0 => 3,
        _ => exit_code,
    }
}

/// Says why there is no answer, and gives the exit code.
pub fn fail(message: &str) -> i32 {
    // When nobody listens any more, the exit code is all that is left.
    let _ = write_all(libc::STDERR_FILENO, format!("golden-images: {message}\n").as_bytes());
    3
}

fn write_all(descriptor: RawFd, mut bytes: &[u8]) -> io::Result<()> {
    let mut file = open(descriptor);
    while !bytes.is_empty() {
        let length = attempt(|| file.write(bytes))?;
        bytes = &bytes[length..];
    }
    Ok(())
}

/// Without a buffer of its own, and not closed at its end.
fn open(descriptor: RawFd) -> ManuallyDrop<File> {
    // SAFETY: the standard library opens all three at the start when they are closed, and nothing here closes them.
    ManuallyDrop::new(unsafe { File::from_raw_fd(descriptor) })
}

/// A pipe that another process made non-blocking is not always ready: wait a moment and ask again.
fn attempt<T>(mut act: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    loop {
        match act() {
            Err(error) if error.kind() == ErrorKind::WouldBlock => thread::sleep(Duration::from_millis(2)),
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            result => return result,
        }
    }
}

/// As Node says it.
fn explain(error: &io::Error, call: &str) -> String {
    let (code, text) = match error.raw_os_error() {
        Some(libc::EBADF) => ("EBADF", "bad file descriptor"),
        Some(libc::EFBIG) => ("EFBIG", "file too large"),
        Some(libc::EINVAL) => ("EINVAL", "invalid argument"),
        Some(libc::EIO) => ("EIO", "i/o error"),
        Some(libc::EISDIR) => ("EISDIR", "illegal operation on a directory"),
        Some(libc::ENOSPC) => ("ENOSPC", "no space left on device"),
        Some(libc::EPIPE) => ("EPIPE", "broken pipe"),
        _ => return error.to_string(),
    };
    format!("{code}: {text}, {call}")
}
