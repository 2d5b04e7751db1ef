// The encodings and their labels: https://encoding.spec.whatwg.org/#names-and-labels
// The key is the encoding's name in lower case, as TextDecoder's encoding attribute gives it.
"use strict";

const encodings = Object.fromEntries(
  Object.entries({
    "utf-8": "utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8",
    "utf-16be": "utf-16be unicodefffe",
    "utf-16le": "utf-16le utf-16 ucs-2 unicode unicodefeff csunicode iso-10646-ucs-2",
    ibm866: "ibm866 866 cp866 csibm866",
    "iso-8859-2":
      "iso-8859-2 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 iso-ir-101 latin2 l2 csisolatin2",
    "iso-8859-3":
      "iso-8859-3 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 iso-ir-109 latin3 l3 csisolatin3",
    "iso-8859-4":
      "iso-8859-4 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 iso-ir-110 latin4 l4 csisolatin4",
    "iso-8859-5":
      "iso-8859-5 iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988 iso-ir-144 cyrillic " +
      "csisolatincyrillic",
    "iso-8859-6":
      "iso-8859-6 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987 iso-ir-127 arabic " +
      "csisolatinarabic iso-8859-6-e iso-8859-6-i csiso88596e csiso88596i asmo-708 ecma-114",
    "iso-8859-7":
      "iso-8859-7 iso8859-7 iso88597 iso_8859-7 iso_8859-7:1987 iso-ir-126 greek greek8 " +
      "csisolatingreek ecma-118 elot_928 sun_eu_greek",
    "iso-8859-8":
      "iso-8859-8 iso8859-8 iso88598 iso_8859-8 iso_8859-8:1988 iso-ir-138 hebrew " +
      "csisolatinhebrew iso-8859-8-e csiso88598e visual",
    "iso-8859-8-i": "iso-8859-8-i csiso88598i logical",
    "iso-8859-10": "iso-8859-10 iso8859-10 iso885910 iso-ir-157 latin6 l6 csisolatin6",
    "iso-8859-13": "iso-8859-13 iso8859-13 iso885913",
    "iso-8859-14": "iso-8859-14 iso8859-14 iso885914",
    "iso-8859-15": "iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9 csisolatin9",
    "iso-8859-16": "iso-8859-16",
    "koi8-r": "koi8-r koi8_r koi8 koi cskoi8r",
    "koi8-u": "koi8-u koi8-ru",
    macintosh: "macintosh mac x-mac-roman csmacintosh",
    "windows-874": "windows-874 dos-874 tis-620 iso-8859-11 iso8859-11 iso885911",
    "windows-1250": "windows-1250 cp1250 x-cp1250",
    "windows-1251": "windows-1251 cp1251 x-cp1251",
    "windows-1252":
      "windows-1252 cp1252 x-cp1252 ascii us-ascii ansi_x3.4-1968 iso-8859-1 iso8859-1 iso88591 " +
      "iso_8859-1 iso_8859-1:1987 iso-ir-100 latin1 l1 csisolatin1 cp819 ibm819",
    "windows-1253": "windows-1253 cp1253 x-cp1253",
    "windows-1254":
      "windows-1254 cp1254 x-cp1254 iso-8859-9 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 " +
      "iso-ir-148 latin5 l5 csisolatin5",
    "windows-1255": "windows-1255 cp1255 x-cp1255",
    "windows-1256": "windows-1256 cp1256 x-cp1256",
    "windows-1257": "windows-1257 cp1257 x-cp1257",
    "windows-1258": "windows-1258 cp1258 x-cp1258",
    "x-mac-cyrillic": "x-mac-cyrillic x-mac-ukrainian",
    gbk: "gbk x-gbk gb2312 gb_2312 gb_2312-80 chinese csgb2312 csiso58gb231280 iso-ir-58",
    gb18030: "gb18030",
    big5: "big5 big5-hkscs cn-big5 csbig5 x-x-big5",
    "euc-jp": "euc-jp x-euc-jp cseucpkdfmtjapanese",
    "iso-2022-jp": "iso-2022-jp csiso2022jp",
    shift_jis: "shift_jis shift-jis sjis x-sjis csshiftjis ms932 ms_kanji windows-31j",
    "euc-kr":
      "euc-kr cseuckr korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 csksc56011987 " +
      "iso-ir-149 windows-949",
    "x-user-defined": "x-user-defined",
  }).map(([name, labels]) => [name, labels.split(" ")]),
);

// The replacement encoding exists to be refused.
const replacementLabels =
  "replacement csiso2022kr hz-gb-2312 iso-2022-cn iso-2022-cn-ext iso-2022-kr".split(" ");
