//! The started engine, kept in the executable: a part of its file becomes the first chunk of its memory as the system
//! loads it. To start the engine takes longer than a small input. All that it consists of lies there, at the same place
//! in each process, because the executable is linked for fixed addresses; what it refers to elsewhere is code, constants
//! and functions, which never move.

use std::{mem, slice};

use crate::engine::Engine;
use crate::memory::{HOLDS_ENGINE, Memory, memory};

/// The engine, started now or when the snapshot was taken. It is not taken apart at the end: the process ends, too.
pub fn engine() -> Result<&'static Engine, String> {
    let memory = memory();
    if memory.root == 0 {
        return Ok(Box::leak(Box::new(Engine::start()?)));
    }
    if memory.home != address(memory) {
        return Err("it was not linked for fixed addresses".into());
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
        return Err(format!("the first chunk of memory is too small by {} bytes", memory.taken));
    }
    memory.root = &raw const *engine as usize;
    memory.home = address(memory);
    // SAFETY: the bytes are there, and do not change while they are written.
    Ok(unsafe { slice::from_raw_parts((&raw const *memory).cast(), mem::size_of::<Memory>()) })
}

fn address(memory: &Memory) -> usize {
    &raw const *memory as usize
}
