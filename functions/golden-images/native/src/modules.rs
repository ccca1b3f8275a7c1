//! The bundle: modules of bytecode, made by `build.rs`. Those that most runs do not need are loaded when they are.

use rquickjs::loader::{ImportAttributes, Loader, Resolver};
use rquickjs::{Ctx, Error, Function, Module, Object, Result, Runtime, module::Declared};

include!(concat!(env!("OUT_DIR"), "/modules.rs"));

/// What the bundle starts with.
const MAIN: &str = "native.js";

struct Modules;

pub fn install(runtime: &Runtime) {
    runtime.set_loader(Modules, Modules);
}

/// The exports of the main module. It finds a function `loadModule`, which does the same for any other.
pub fn load_main<'js>(ctx: &Ctx<'js>) -> Result<Object<'js>> {
    ctx.globals().set("loadModule", Function::new(ctx.clone(), |ctx, name| load(&ctx, name))?)?;
    load(ctx, MAIN.into())
}

fn load<'js>(ctx: &Ctx<'js>, name: String) -> Result<Object<'js>> {
    Module::import(ctx, name)?.finish()
}

impl Resolver for Modules {
    fn resolve(&mut self, _: &Ctx, _: &str, name: &str, _: Option<ImportAttributes>) -> Result<String> {
        Ok(name.trim_start_matches("./").into())
    }
}

impl Loader for Modules {
    fn load<'js>(
        &mut self,
        ctx: &Ctx<'js>,
        name: &str,
        _: Option<ImportAttributes<'js>>,
    ) -> Result<Module<'js, Declared>> {
        let (_, bytecode) = MODULES.iter().find(|(known, _)| *known == name).ok_or_else(|| Error::new_loading(name))?;
        if cfg!(target_endian = "big") {
            return Module::declare(ctx.clone(), name, *bytecode);
        }
        // SAFETY: the bytes are what the same QuickJS wrote.
        unsafe { Module::load(ctx.clone(), bytecode) }
    }
}
