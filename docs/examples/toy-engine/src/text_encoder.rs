//! `TextEncoder`, as <https://encoding.spec.whatwg.org/#interface-textencoder> has it, without
//! `encodeInto()`.

use boa_engine::class::{Class, ClassBuilder};
use boa_engine::object::FunctionObjectBuilder;
use boa_engine::object::builtins::JsUint8Array;
use boa_engine::property::Attribute;
use boa_engine::{
    Context, JsData, JsNativeError, JsResult, JsString, JsSymbol, JsValue, NativeFunction,
    js_string,
};
use boa_gc::{Finalize, Trace};

#[derive(Debug, Finalize, JsData, Trace)]
pub(crate) struct TextEncoder;

impl Class for TextEncoder {
    const NAME: &'static str = "TextEncoder";
    const ATTRIBUTES: Attribute = Attribute::WRITABLE.union(Attribute::CONFIGURABLE);

    fn data_constructor(_: &JsValue, _: &[JsValue], _: &mut Context) -> JsResult<Self> {
        Ok(Self)
    }

    fn init(class: &mut ClassBuilder<'_>) -> JsResult<()> {
        let get = NativeFunction::from_fn_ptr(encoding);
        let get = FunctionObjectBuilder::new(class.context().realm(), get)
            .name(js_string!("get encoding"))
            .build();
        let name = js_string!("encoding");
        class.accessor(
            name,
            Some(get),
            None,
            Attribute::ENUMERABLE | Attribute::CONFIGURABLE,
        );
        let tag = JsSymbol::to_string_tag();
        class.property(tag, js_string!(Self::NAME), Attribute::CONFIGURABLE);
        class.method(js_string!("encode"), 0, NativeFunction::from_fn_ptr(encode));
        Ok(())
    }
}

/// Refuses a receiver that is no encoder.
fn check(this: &JsValue) -> JsResult<()> {
    let object = this.as_object();
    match object.is_some_and(|object| object.is::<TextEncoder>()) {
        true => Ok(()),
        false => Err(JsNativeError::typ()
            .with_message("this is no TextEncoder")
            .into()),
    }
}

fn encoding(this: &JsValue, _: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    check(this)?;
    Ok(js_string!("utf-8").into())
}

fn encode(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    check(this)?;
    let text = match arguments.first() {
        None => JsString::default(),
        Some(value) if value.is_undefined() => JsString::default(),
        Some(value) => value.to_string(context)?,
    };
    // A surrogate alone becomes U+FFFD, as in any USVString.
    let bytes = text.to_std_string_lossy().into_bytes();
    Ok(JsUint8Array::from_iter(bytes, context)?.into())
}
