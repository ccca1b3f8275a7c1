//! Stdin as text, and what goes out, with the words of `src/cli/standard-streams.ts` when the system refuses.

use std::io::{self, ErrorKind};
use std::os::fd::RawFd;
use std::{mem, thread, time::Duration};

/// The most UTF-16 units that a string of V8 has.
const LONGEST: usize = 0x1fff_ffe8;
/// A unit has three bytes at most.
const MOST_BYTES: usize = 3 * LONGEST;
const TOO_LONG: &str = "stdin must be smaller than 512 MiB";
const CHUNK: usize = 64 << 10;

/// How much there is to read, where that is known.
pub fn stdin_size() -> usize {
    // SAFETY: all zeros are values of it, and the place is there.
    let file = unsafe {
        let mut file: libc::stat = mem::zeroed();
        libc::fstat(libc::STDIN_FILENO, &mut file);
        file
    };
    if file.st_mode & libc::S_IFMT == libc::S_IFREG { usize::try_from(file.st_size).unwrap_or(0) } else { 0 }
}

/// All of stdin, of which so much is expected.
pub fn read_stdin(size: usize) -> Result<String, String> {
    // One byte more tells the end.
    let mut bytes = Vec::with_capacity(size.min(MOST_BYTES) + 1);
    loop {
        if bytes.len() == bytes.capacity() {
            bytes.reserve(CHUNK);
        }
        let length = attempt(|| read_into(&mut bytes))
            .map_err(|error| format!("stdin must be readable: {}", explain(&error, "read")))?;
        if length == 0 {
            break;
        }
        if bytes.len() > MOST_BYTES {
            return Err(TOO_LONG.into());
        }
    }
    let text = String::from_utf8(bytes).map_err(|_| "stdin must be UTF-8 text")?;
    let is_too_long = text.len() > LONGEST && text.chars().map(char::len_utf16).sum::<usize>() > LONGEST;
    if is_too_long { Err(TOO_LONG.into()) } else { Ok(text) }
}

/// As much as there is, and room for.
fn read_into(bytes: &mut Vec<u8>) -> io::Result<usize> {
    let room = bytes.spare_capacity_mut();
    // SAFETY: the room is there, and so much of it is filled.
    unsafe {
        let length = length_of(libc::read(libc::STDIN_FILENO, room.as_mut_ptr().cast(), room.len()))?;
        bytes.set_len(bytes.len() + length);
        Ok(length)
    }
}

/// Writes both and gives the exit code: 3 when stdout took less than the whole, or when stderr did and it would have been 0.
pub fn write(stdout: &[u8], stderr: &[u8], exit_code: i32) -> i32 {
    if let Err(error) = write_all(libc::STDOUT_FILENO, stdout) {
        return fail(&format!("the output must be writable to its end: {}", explain(&error, "write")));
    }
    match write_findings(stderr) {
        Err(_) if exit_code == 0 => 3,
        _ => exit_code,
    }
}

/// Who closed stderr does not want to know. Node writes to nowhere then.
fn write_findings(stderr: &[u8]) -> io::Result<()> {
    match write_all(libc::STDERR_FILENO, stderr) {
        Err(error) if error.raw_os_error() == Some(libc::EBADF) => Ok(()),
        result => result,
    }
}

/// Says why there is no answer, and gives the exit code.
pub fn fail(message: &str) -> i32 {
    // When nobody listens any more, the exit code is all that is left.
    let _ = write_all(libc::STDERR_FILENO, format!("golden-images: {message}\n").as_bytes());
    3
}

/// Allocates nothing.
pub fn write_all(descriptor: RawFd, mut bytes: &[u8]) -> io::Result<()> {
    while !bytes.is_empty() {
        // SAFETY: the bytes are there.
        let length = attempt(|| length_of(unsafe { libc::write(descriptor, bytes.as_ptr().cast(), bytes.len()) }))?;
        if length == 0 {
            return Err(ErrorKind::WriteZero.into());
        }
        bytes = &bytes[length..];
    }
    Ok(())
}

fn length_of(result: isize) -> io::Result<usize> {
    usize::try_from(result).map_err(|_| io::Error::last_os_error())
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
