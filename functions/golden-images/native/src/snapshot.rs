//! The started engine, kept in the executable: a part of its file becomes the first chunk of its memory as the system
//! loads it. To start the engine takes longer than a small input. All that it consists of lies there, at the same place
//! in each process; what it refers to elsewhere is code, constants and functions of the executable. Those are at another
//! place in each process: the build finds the words that refer to them, by which two snapshots differ, and lists them.

use std::slice;

use crate::engine::Engine;
use crate::memory::{HOLDS_ENGINE, Memory, memory};

/// The engine, started now or when the snapshot was taken. It is not taken apart at the end: the process ends, too.
pub fn engine() -> Result<&'static Engine, String> {
    let memory = memory();
    if memory.root == 0 {
        return Ok(Box::leak(Box::new(Engine::start()?)));
    }
    // SAFETY: the place is one of the snapshot's, which `take` found it in.
    Ok(unsafe { &*(memory.root as *const Engine) })
}

pub fn can_be_taken() -> bool {
    HOLDS_ENGINE && memory().root == 0
}

/// Starts the engine, lets it rehearse, and gives the memory as it is then.
pub fn take() -> Result<&'static [u8], String> {
    let engine = engine()?;
    engine.rehearse()?;
    let memory = memory();
    if memory.taken > 0 {
        return Err(format!(
            "the engine needs more memory than is kept: FIRST_CHUNK in memory.rs must be larger, by {} bytes at most",
            memory.taken
        ));
    }
    memory.root = &raw const *engine as usize;
    #[cfg(target_os = "linux")]
    {
        memory.code = crate::executable::start();
    }
    // SAFETY: the bytes are there, and do not change while they are written.
    Ok(unsafe { slice::from_raw_parts((&raw const *memory).cast(), size_of::<Memory>()) })
}
