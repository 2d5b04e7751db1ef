//! WAMR, the WebAssembly interpreter behind QuickJS: compiled from the sources which the engine's crate
//! brings, with the settings of its own build but for SIMD, whose headers are not among them.

use std::env;
use std::path::{Path, PathBuf};

const SETTINGS: &[(&str, &str)] = &[
    ("BH_FREE", "wasm_runtime_free"),
    ("BH_MALLOC", "wasm_runtime_malloc"),
    ("NDEBUG", "1"),
    ("WASM_API_EXTERN", ""),
    ("WASM_DISABLE_HW_BOUND_CHECK", "1"),
    ("WASM_DISABLE_STACK_HW_BOUND_CHECK", "1"),
    ("WASM_DISABLE_WRITE_GS_BASE", "1"),
    ("WASM_ENABLE_BULK_MEMORY", "1"),
    ("WASM_ENABLE_BULK_MEMORY_OPT", "1"),
    ("WASM_ENABLE_CALL_INDIRECT_OVERLONG", "1"),
    ("WASM_ENABLE_DUMP_CALL_STACK", "1"),
    ("WASM_ENABLE_FAST_INTERP", "1"),
    ("WASM_ENABLE_INTERP", "1"),
    ("WASM_ENABLE_LIBC_BUILTIN", "1"),
    ("WASM_ENABLE_MULTI_MODULE", "0"),
    ("WASM_ENABLE_QUICK_AOT_ENTRY", "0"),
    ("WASM_ENABLE_REF_TYPES", "1"),
    ("WASM_ENABLE_SHRUNK_MEMORY", "1"),
    ("WASM_ENABLE_SIMD", "0"),
    ("WASM_MEM_ALLOC_WITH_USAGE", "0"),
];

/// Folders below `core` that are searched for headers, and compiled where the flag is set.
const FOLDERS: &[(&str, bool)] = &[
    ("iwasm/common", true),
    ("iwasm/include", false),
    ("iwasm/interpreter", false),
    ("iwasm/libraries/libc-builtin", true),
    ("shared/mem-alloc", true),
    ("shared/mem-alloc/ems", true),
    ("shared/platform/include", false),
    ("shared/utils", true),
];

/// What the interpreter's folder has in several versions.
const INTERPRETER: &[&str] = &["wasm_interp_fast.c", "wasm_loader.c", "wasm_runtime.c"];

const POSIX: &[&str] = &[
    "posix_blocking_op.c",
    "posix_malloc.c",
    "posix_memmap.c",
    "posix_sleep.c",
    "posix_thread.c",
    "posix_time.c",
];

pub(crate) fn build(v8x: &Path) {
    let target = |part: &str| env::var(format!("CARGO_CFG_TARGET_{part}")).unwrap_or_default();
    let core = v8x.join("vendor/wamr/core");
    let mut build = cc::Build::new();
    for (name, value) in SETTINGS {
        build.define(name, *value);
    }
    for (folder, is_compiled) in FOLDERS {
        let folder = core.join(folder);
        if *is_compiled {
            build.files(files_in(&folder));
        }
        build.include(folder);
    }
    let interpreter = core.join("iwasm/interpreter");
    build.files(INTERPRETER.iter().map(|file| interpreter.join(file)));

    let platforms = core.join("shared/platform");
    let platform = match target("OS").as_str() {
        "linux" => {
            build.define("BH_PLATFORM_LINUX", None);
            build
                .define("WASM_HAVE_MREMAP", "1")
                .define("_GNU_SOURCE", None);
            "linux"
        }
        "macos" => {
            build.define("BH_PLATFORM_DARWIN", None);
            build.define("WASM_HAVE_MREMAP", "0");
            build.file(platforms.join("common/memory/mremap.c"));
            "darwin"
        }
        other => panic!("the WebAssembly interpreter is not built for {other}"),
    };
    build.files(files_in(&platforms.join(platform)));
    build.include(platforms.join(platform));
    build.files(
        POSIX
            .iter()
            .map(|file| platforms.join("common/posix").join(file)),
    );

    let arch = core.join("iwasm/common/arch");
    match target("ARCH").as_str() {
        "x86_64" => {
            build.define("BUILD_TARGET_X86_64", None);
            build.file(arch.join("invokeNative_em64.s"));
        }
        "aarch64" => {
            build.define("BUILD_TARGET_AARCH64", None);
            build.define("BUILD_TARGET", "\"AARCH64\"");
            build.file(arch.join("invokeNative_aarch64.s"));
        }
        other => panic!("the WebAssembly interpreter is not built for {other}"),
    }
    build
        .std("gnu99")
        // In every profile: a test of WebAssembly is about its result and not about its build.
        .opt_level(2)
        .debug(false)
        .warnings(false)
        .cargo_metadata(false)
        .compile("wamr");

    // Whole, because the linker meets it before the crate that calls it.
    let out = env::var("OUT_DIR").expect("cargo sets it");
    println!("cargo::rustc-link-search=native={out}");
    println!("cargo::rustc-link-lib=static:+whole-archive=wamr");
}

fn files_in(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("WAMR's folder is readable");
    let mut files: Vec<_> = entries
        .map(|entry| entry.expect("WAMR's folder is readable").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "c"))
        .collect();
    files.sort();
    files
}
