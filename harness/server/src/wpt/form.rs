//! What a form has sent: the body of a request as names with values and files.

use std::convert::Infallible;

use bytes::Bytes;
use futures::stream;
use multer::Multipart;

use super::query::Params;

/// The fields of a form, in the order in which they came.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) struct Form(pub(crate) Vec<Field>);

/// A field.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Field {
    pub(crate) name: Vec<u8>,
    pub(crate) value: Bytes,
    /// What is said of a file; `None` for a value.
    pub(crate) file: Option<File>,
}

/// A file in a form.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct File {
    /// Its name, which is not empty.
    pub(crate) name: String,
    /// Its media type, as it was sent.
    pub(crate) mime: Option<Vec<u8>>,
}

impl Form {
    /// Reads the body of a request with this method and `Content-Type`. What is no form has no
    /// fields.
    pub(crate) async fn read(
        method: &str,
        content_type: Option<&[u8]>,
        body: Bytes,
    ) -> Result<Self, multer::Error> {
        let traditional = match method {
            "GET" | "HEAD" => return Ok(Self::default()),
            "POST" => "application/x-www-form-urlencoded",
            _ => "text/plain",
        };
        let content_type = content_type.map(String::from_utf8_lossy);
        let content_type = content_type.as_deref().unwrap_or(traditional);
        let essence = content_type.split(';').next().unwrap_or_default().trim();
        if essence.eq_ignore_ascii_case("application/x-www-form-urlencoded") {
            return Ok(Self(
                Params::parse(&body).into_iter().map(Field::from).collect(),
            ));
        }
        if !essence.eq_ignore_ascii_case("multipart/form-data") {
            return Ok(Self::default());
        }
        let boundary = multer::parse_boundary(content_type)?;
        let body = stream::iter([Ok::<_, Infallible>(body)]);
        let mut parts = Multipart::new(body, boundary);
        let mut fields = Vec::new();
        while let Some(part) = parts.next_field().await? {
            let Some(name) = part.name().map(|name| name.as_bytes().to_vec()) else {
                continue;
            };
            let file = part.file_name().filter(|name| !name.is_empty());
            let file = file.map(|name| File {
                name: name.to_owned(),
                mime: part
                    .headers()
                    .get("content-type")
                    .map(|mime| mime.as_bytes().to_vec()),
            });
            let value = part.bytes().await?;
            fields.push(Field { name, value, file });
        }
        Ok(Self(fields))
    }

    /// The first field of a name.
    pub(crate) fn first(&self, name: impl AsRef<[u8]>) -> Option<&Field> {
        self.0.iter().find(|field| field.name == name.as_ref())
    }
}

impl From<(Vec<u8>, Vec<u8>)> for Field {
    fn from((name, value): (Vec<u8>, Vec<u8>)) -> Self {
        Self {
            name,
            value: value.into(),
            file: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn read(method: &str, content_type: Option<&str>, body: &'static str) -> String {
        let content_type = content_type.map(str::as_bytes);
        let form = Form::read(method, content_type, body.into()).await;
        let shown = form.unwrap().0.into_iter().map(|field| {
            let name = String::from_utf8(field.name).unwrap();
            let value = field.value.escape_ascii();
            match field.file {
                Some(file) => {
                    let mime = file.mime.unwrap_or_default();
                    format!("{name}={value} {} {}", file.name, mime.escape_ascii())
                }
                None => format!("{name}={value}"),
            }
        });
        shown.collect::<Vec<_>>().join("\n")
    }

    #[tokio::test]
    async fn reads_forms_by_their_type() {
        let form = "application/x-www-form-urlencoded";
        assert_eq!(read("POST", Some(form), "a=1&b=%20").await, "a=1\nb= ");
        let with_charset = "Application/x-www-form-urlencoded; charset=UTF-8";
        assert_eq!(read("PUT", Some(with_charset), "a=1").await, "a=1");
        assert_eq!(read("POST", None, "a=1").await, "a=1");
        assert_eq!(read("PUT", None, "a=1").await, "");
        assert_eq!(read("GET", Some(form), "a=1").await, "");
        assert_eq!(read("POST", Some("text/plain"), "a=1").await, "");
    }

    const MULTIPART: &str = "multipart/form-data; boundary=B";

    #[tokio::test]
    async fn reads_values_and_files() {
        let body = "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n2\r\n\
            --B\r\nContent-Disposition: form-data; name=\"\u{e9}\"; filename=\"x.txt\"\r\n\
            Content-Type: text/x\r\n\r\n\r\n\
            --B\r\nContent-Disposition: form-data; name=\"a\"; filename=\"\"\r\n\r\n3\r\n--B--\r\n";
        let expected = "a=1\\r\\n2\n\u{e9}= x.txt text/x\na=3";
        assert_eq!(read("POST", Some(MULTIPART), body).await, expected);
    }

    #[tokio::test]
    async fn finds_the_first_field() {
        let form = Form::read("POST", None, "a=1&a=2".into()).await.unwrap();
        assert_eq!(form.first("a").unwrap().value, "1");
        assert!(form.first("b").is_none());
    }

    #[tokio::test]
    async fn what_is_broken_off_is_an_error() {
        let body = "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1";
        let form = Form::read("POST", Some(MULTIPART.as_bytes()), body.into()).await;
        assert!(form.is_err());
        let form = Form::read("POST", Some(b"multipart/form-data"), body.into()).await;
        assert!(form.is_err());
    }
}
