//! The options of curl, as far as reading a command needs them.

/// What an option does to the request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Action {
    /// Nothing that is read here; takes no argument.
    Flag,
    /// Nothing that is read here; takes an argument.
    Skip,
    /// Nothing that is read here; its argument is a credential.
    Secret,
    /// Names the method.
    Method,
    /// Names a URL.
    Url,
    /// Adds a header.
    Header,
    /// Adds data; `@` means a file.
    Data,
    /// Adds data; line ends of a file stay.
    DataBinary,
    /// Adds data; `@` means itself.
    DataRaw,
    /// Adds data, percent-encoded.
    DataUrlencode,
    /// Adds JSON.
    Json,
    /// Adds a part of a multipart body.
    Form,
    /// Sends the data in the URL.
    Get,
    /// Asks for the headers only.
    Head,
    /// Adds to the query of the URL, percent-encoded.
    UrlQuery,
    /// Sends a file.
    Upload,
    /// Reads options from a file.
    Config,
    /// Begins another request.
    Next,
}

impl Action {
    pub(super) const fn takes_argument(self) -> bool {
        !matches!(self, Self::Flag | Self::Get | Self::Head | Self::Next)
    }
}

/// What is read here: the long name, the letter, what it does.
const READ: &[(&str, u8, Action)] = &[
    ("request", b'X', Action::Method),
    ("url", 0, Action::Url),
    ("header", b'H', Action::Header),
    ("data", b'd', Action::Data),
    ("data-ascii", 0, Action::Data),
    ("data-binary", 0, Action::DataBinary),
    ("data-raw", 0, Action::DataRaw),
    ("data-urlencode", 0, Action::DataUrlencode),
    ("json", 0, Action::Json),
    ("form", b'F', Action::Form),
    ("form-string", 0, Action::Form),
    ("get", b'G', Action::Get),
    ("head", b'I', Action::Head),
    ("url-query", 0, Action::UrlQuery),
    ("upload-file", b'T', Action::Upload),
    ("config", b'K', Action::Config),
    ("next", b':', Action::Next),
    ("user", b'u', Action::Secret),
    ("cookie", b'b', Action::Secret),
    ("proxy-user", b'U', Action::Secret),
    ("oauth2-bearer", 0, Action::Secret),
    ("aws-sigv4", 0, Action::Secret),
    ("pass", 0, Action::Secret),
    ("proxy-pass", 0, Action::Secret),
    ("tlspassword", 0, Action::Secret),
    ("proxy-tlspassword", 0, Action::Secret),
    ("proxy-header", 0, Action::Secret),
    ("socks5-gssapi-service", 0, Action::Skip),
];

/// Letters of options that take an argument and change nothing that is read here.
const SKIP_LETTERS: &[u8] = b"AcCeDEhmoPQrtwxyYz";

/// Letters of options that take none.
const FLAG_LETTERS: &[u8] = b"0123456aBfgiJjklLMnNOpqRsSvVZ#a";

/// Long options that take an argument and change nothing that is read here.
const SKIP: &[&str] = &[
    "abstract-unix-socket",
    "alt-svc",
    "cacert",
    "capath",
    "cert",
    "cert-type",
    "ciphers",
    "connect-timeout",
    "connect-to",
    "continue-at",
    "cookie-jar",
    "create-file-mode",
    "crlfile",
    "curves",
    "delegation",
    "dns-interface",
    "dns-ipv4-addr",
    "dns-ipv6-addr",
    "dns-servers",
    "doh-url",
    "dump-ca-embed",
    "dump-header",
    "ech",
    "egd-file",
    "engine",
    "etag-compare",
    "etag-save",
    "expect100-timeout",
    "ftp-account",
    "ftp-alternative-to-user",
    "ftp-method",
    "ftp-port",
    "ftp-ssl-ccc-mode",
    "happy-eyeballs-timeout-ms",
    "haproxy-clientip",
    "help",
    "hostpubmd5",
    "hostpubsha256",
    "hsts",
    "interface",
    "ip-tos",
    "ipfs-gateway",
    "keepalive-cnt",
    "keepalive-time",
    "key",
    "key-type",
    "knownhosts",
    "krb",
    "libcurl",
    "limit-rate",
    "local-port",
    "login-options",
    "mail-auth",
    "mail-from",
    "mail-rcpt",
    "max-filesize",
    "max-redirs",
    "max-time",
    "netrc-file",
    "noproxy",
    "output",
    "output-dir",
    "parallel-max",
    "parallel-max-host",
    "pinnedpubkey",
    "preproxy",
    "proto",
    "proto-default",
    "proto-redir",
    "proxy",
    "proxy-cacert",
    "proxy-capath",
    "proxy-cert",
    "proxy-cert-type",
    "proxy-ciphers",
    "proxy-crlfile",
    "proxy-key",
    "proxy-key-type",
    "proxy-pinnedpubkey",
    "proxy-service-name",
    "proxy-tls13-ciphers",
    "proxy-tlsauthtype",
    "proxy-tlsuser",
    "proxy1.0",
    "pubkey",
    "quote",
    "random-file",
    "range",
    "rate",
    "referer",
    "request-target",
    "resolve",
    "retry",
    "retry-delay",
    "retry-max-time",
    "sasl-authzid",
    "service-name",
    "signature-algorithms",
    "sigalgs",
    "socks4",
    "socks4a",
    "socks5",
    "socks5-hostname",
    "speed-limit",
    "speed-time",
    "stderr",
    "telnet-option",
    "tftp-blksize",
    "time-cond",
    "tls-max",
    "tls13-ciphers",
    "tlsauthtype",
    "tlsuser",
    "trace",
    "trace-ascii",
    "trace-config",
    "unix-socket",
    "user-agent",
    "variable",
    "vlan-priority",
    "write-out",
];

/// Long options that take none.
const FLAGS: &[&str] = &[
    "anyauth",
    "append",
    "basic",
    "ca-native",
    "cert-status",
    "compressed",
    "compressed-ssh",
    "create-dirs",
    "crlf",
    "digest",
    "disable",
    "disable-eprt",
    "disable-epsv",
    "disallow-username-in-url",
    "doh-cert-status",
    "doh-insecure",
    "fail",
    "fail-early",
    "fail-with-body",
    "false-start",
    "form-escape",
    "ftp-create-dirs",
    "ftp-pasv",
    "ftp-pret",
    "ftp-skip-pasv-ip",
    "ftp-ssl-ccc",
    "ftp-ssl-control",
    "globoff",
    "haproxy-protocol",
    "http0.9",
    "http1.0",
    "http1.1",
    "http2",
    "http2-prior-knowledge",
    "http3",
    "http3-only",
    "ignore-content-length",
    "include",
    "insecure",
    "ipv4",
    "ipv6",
    "junk-session-cookies",
    "list-only",
    "location",
    "location-trusted",
    "mail-rcpt-allowfails",
    "manual",
    "metalink",
    "mptcp",
    "negotiate",
    "netrc",
    "netrc-optional",
    "no-alpn",
    "no-buffer",
    "no-clobber",
    "no-keepalive",
    "no-npn",
    "no-progress-meter",
    "no-sessionid",
    "ntlm",
    "ntlm-wb",
    "parallel",
    "parallel-immediate",
    "path-as-is",
    "post301",
    "post302",
    "post303",
    "progress-bar",
    "proxy-anyauth",
    "proxy-basic",
    "proxy-ca-native",
    "proxy-digest",
    "proxy-http2",
    "proxy-insecure",
    "proxy-negotiate",
    "proxy-ntlm",
    "proxy-ssl-allow-beast",
    "proxy-ssl-auto-client-cert",
    "proxy-tlsv1",
    "proxytunnel",
    "raw",
    "remote-header-name",
    "remote-name",
    "remote-name-all",
    "remote-time",
    "remove-on-error",
    "retry-all-errors",
    "retry-connrefused",
    "sasl-ir",
    "show-error",
    "show-headers",
    "silent",
    "skip-existing",
    "socks5-basic",
    "socks5-gssapi",
    "socks5-gssapi-nec",
    "ssl",
    "ssl-allow-beast",
    "ssl-auto-client-cert",
    "ssl-no-revoke",
    "ssl-reqd",
    "ssl-revoke-best-effort",
    "sslv2",
    "sslv3",
    "styled-output",
    "suppress-connect-headers",
    "tcp-fastopen",
    "tcp-nodelay",
    "tftp-no-options",
    "tls-earlydata",
    "tlsv1",
    "tlsv1.0",
    "tlsv1.1",
    "tlsv1.2",
    "tlsv1.3",
    "tr-encoding",
    "trace-ids",
    "trace-time",
    "use-ascii",
    "verbose",
    "version",
    "xattr",
];

/// The option of a long name, without its dashes.
pub(super) fn long(name: &str) -> Option<Action> {
    if let Some((_, _, action)) = READ.iter().find(|(long, _, _)| *long == name) {
        return Some(*action);
    }
    if SKIP.contains(&name) {
        return Some(Action::Skip);
    }
    // Any flag may be taken back, and `--no-…` is one itself.
    let plain = name.strip_prefix("no-").unwrap_or(name);
    let flag = FLAGS.contains(&name) || FLAGS.contains(&plain) || matches!(plain, "alpn" | "npn");
    flag.then_some(Action::Flag)
}

/// The option of a letter.
pub(super) fn short(letter: u8) -> Option<Action> {
    if let Some((_, _, action)) = READ.iter().find(|(_, short, _)| *short == letter) {
        return Some(*action).filter(|_| letter != 0);
    }
    if SKIP_LETTERS.contains(&letter) {
        return Some(Action::Skip);
    }
    FLAG_LETTERS.contains(&letter).then_some(Action::Flag)
}
