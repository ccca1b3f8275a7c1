//! Runs the bundle in QuickJS.

use rquickjs::context::intrinsic::{Date, Json, MapSet, Promise, Proxy, RegExp, RegExpCompiler, TypedArrays, WeakRef};
use rquickjs::{
    CString, CatchResultExt, Context, Ctx, Function, Object, Persistent, Runtime, String as Text, TypedArray, qjs,
};
use std::{borrow::Cow, slice, str};

use crate::{facts, modules, streams};

/// What the bundle can use of the language beyond its core. No compiler, but where the modules are source.
#[cfg(target_endian = "little")]
type Compiler = rquickjs::context::intrinsic::None;
#[cfg(target_endian = "big")]
type Compiler = rquickjs::context::intrinsic::Eval;
type Language = (Compiler, Date, Json, MapSet, Promise, Proxy, RegExp, RegExpCompiler, TypedArrays, WeakRef);

/// Cycles are collected only when so much is in use: most runs end before.
const COLLECT_FROM: usize = 256 << 20;

const USUAL_STACK: usize = 8 << 20;
const SMALLEST_STACK: usize = 64 << 10;

/// QuickJS with the bundle in it.
pub struct Engine {
    runtime: Runtime,
    context: Context,
    main: Persistent<Function<'static>>,
    rehearsal: Persistent<Function<'static>>,
    /// What the bundle wants to know the first place of.
    words: Vec<String>,
}

impl Engine {
    pub fn start() -> Result<Engine, String> {
        let runtime = Runtime::new().map_err(|error| error.to_string())?;
        runtime.set_gc_threshold(COLLECT_FROM);
        modules::install(&runtime);
        let context = Context::custom::<Language>(&runtime).map_err(|error| error.to_string())?;
        let load = |ctx: &Ctx| {
            let bundle = modules::load_main(ctx)?;
            let function = |name| bundle.get::<_, Function>(name).map(|function| Persistent::save(ctx, function));
            Ok((function("main")?, function("rehearse")?, bundle.get("words")?))
        };
        let loaded = context.with(|ctx| load(&ctx).catch(&ctx).map_err(|error| error.to_string()));
        let (main, rehearsal, words) = loaded?;
        Ok(Engine { runtime, context, main, rehearsal, words })
    }

    /// Lets the bundle find out what it needs in most runs.
    pub fn rehearse(&self) -> Result<(), String> {
        let call = |ctx: &Ctx| self.rehearsal.clone().restore(ctx)?.call::<_, ()>(());
        self.context.with(|ctx| call(&ctx).catch(&ctx).map_err(|error| error.to_string()))
    }

    /// Answers the input on stdout and stderr, with so much of the stack, and gives the exit code; or why there is no answer.
    pub fn run(&self, input: String, stack: usize) -> Result<i32, String> {
        self.context.with(|ctx| {
            // SAFETY: the runtime is there. It may have been started by another process, whose stack lay elsewhere.
            unsafe { qjs::JS_UpdateStackTop(qjs::JS_GetRuntime(ctx.as_raw().as_ptr())) };
        });
        self.runtime.set_max_stack_size(stack);
        self.context.with(|ctx| self.answer(&ctx, input).catch(&ctx).map_err(|error| error.to_string()))
    }

    fn answer(&self, ctx: &Ctx, input: String) -> rquickjs::Result<i32> {
        let places: Vec<usize> = self.words.iter().map(|word| facts::first_place(&input, word)).collect();
        let is_allowed = facts::is_allowed(&input);
        let are_closed = facts::are_lines_closed(&input);
        let shallow_lines = TypedArray::<i32>::new(ctx.clone(), facts::shallow_lines(&input))?;
        let text = Text::from_str(ctx.clone(), &input)?;
        drop(input);
        let main = self.main.clone().restore(ctx)?;
        let outcome: Object = main.call((text, is_allowed, are_closed, shallow_lines, places))?;
        let stdout = outcome.get::<_, Text>("stdout")?.to_cstring()?;
        let stderr = outcome.get::<_, Text>("stderr")?.to_cstring()?;
        Ok(streams::write(&bytes_of(&stdout), &bytes_of(&stderr), outcome.get("exitCode")?))
    }
}

/// Input as deep as the readers allow needs a fraction of what is usual. QuickJS throws where this ends; what is left is
/// for functions that do not ask how deep they are.
pub fn usable_stack() -> usize {
    let mut limit = libc::rlimit { rlim_cur: 0, rlim_max: 0 };
    // SAFETY: the place is there. When it stays as it was, little may be used.
    unsafe { libc::getrlimit(libc::RLIMIT_STACK, &mut limit) };
    let all = usize::try_from(limit.rlim_cur).unwrap_or(USUAL_STACK).clamp(SMALLEST_STACK, USUAL_STACK);
    all / 2
}

/// As UTF-8. Halves of characters, which QuickJS encodes like characters, become replacement characters, as in Node.
fn bytes_of<'a>(text: &'a CString) -> Cow<'a, [u8]> {
    // SAFETY: the text lives as long as the bytes are borrowed.
    let bytes = unsafe { slice::from_raw_parts(text.as_ptr().cast::<u8>(), text.len()) };
    if str::from_utf8(bytes).is_ok() {
        return Cow::Borrowed(bytes);
    }
    let mut whole = bytes.to_vec();
    for at in 0..whole.len() {
        if whole[at] == 0xed && whole[at + 1] >= 0xa0 {
            whole[at..at + 3].copy_from_slice("\u{fffd}".as_bytes());
        }
    }
    Cow::Owned(whole)
}
