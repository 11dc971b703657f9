// RFC 3986: splitting by appendix B, resolution by §5.2 (strict), dot segments by §5.2.4. Bytes
// above 0x7F pass through untouched, so that an IRI (RFC 3987) is treated as what it is.
#include "rdf/iri.h"

#include <cstddef>

namespace whence::rdf {
namespace {

bool is_alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_scheme_character(char c) {
  return is_alpha(c) || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
}

/// The length of the scheme in front of the first ":", or 0 where there is none.
std::size_t scheme_size(std::string_view iri) {
  if (iri.empty() || !is_alpha(iri.front())) {
    return 0;
  }
  std::size_t size = 1;
  while (size < iri.size() && is_scheme_character(iri[size])) {
    ++size;
  }
  return size < iri.size() && iri[size] == ':' ? size : 0;
}

/// Takes the last segment and its "/" from `output`, if there is one.
void remove_last_segment(std::string& output, std::size_t start) {
  const std::size_t slash = output.rfind('/');
  output.resize(slash == std::string::npos || slash < start ? start : slash);
}

/// RFC 3986 §5.2.4, appending to `output`. The letters are those of the steps.
void append_without_dot_segments(std::string& output, std::string_view path) {
  const std::size_t start = output.size();
  std::string_view input = path;
  while (!input.empty()) {
    if (input.starts_with("../")) {  // A
      input.remove_prefix(3);
    } else if (input.starts_with("./") || input.starts_with("/./")) {  // A, B
      input.remove_prefix(2);
    } else if (input == "/.") {
      input = "/";
    } else if (input.starts_with("/../")) {  // C
      input.remove_prefix(3);
      remove_last_segment(output, start);
    } else if (input == "/..") {
      input = "/";
      remove_last_segment(output, start);
    } else if (input == "." || input == "..") {  // D
      input = {};
    } else {  // E
      const std::size_t next = input.find('/', 1);
      const std::size_t size = next == std::string_view::npos ? input.size() : next;
      output.append(input.substr(0, size));
      input.remove_prefix(size);
    }
  }
}

/// RFC 3986 §5.2.3.
std::string merge(const IriComponents& base, std::string_view path) {
  std::string merged;
  if (base.has_authority && base.path.empty()) {
    merged = "/";
  } else if (const std::size_t slash = base.path.rfind('/'); slash != std::string_view::npos) {
    merged = base.path.substr(0, slash + 1);
  }
  merged += path;
  return merged;
}

void append_authority(std::string& output, const IriComponents& from) {
  if (from.has_authority) {
    output.append("//").append(from.authority);
  }
}

void append_query(std::string& output, const IriComponents& from) {
  if (from.has_query) {
    output.append("?").append(from.query);
  }
}

}  // namespace

IriComponents split_iri(std::string_view iri) {
  IriComponents parts;
  if (const std::size_t size = scheme_size(iri); size > 0) {
    parts.has_scheme = true;
    parts.scheme = iri.substr(0, size);
    iri.remove_prefix(size + 1);
  }
  if (const std::size_t hash = iri.find('#'); hash != std::string_view::npos) {
    parts.has_fragment = true;
    parts.fragment = iri.substr(hash + 1);
    iri = iri.substr(0, hash);
  }
  if (const std::size_t mark = iri.find('?'); mark != std::string_view::npos) {
    parts.has_query = true;
    parts.query = iri.substr(mark + 1);
    iri = iri.substr(0, mark);
  }
  if (iri.starts_with("//")) {
    parts.has_authority = true;
    iri.remove_prefix(2);
    parts.authority = iri.substr(0, iri.find('/'));
    iri.remove_prefix(parts.authority.size());
  }
  parts.path = iri;
  return parts;
}

bool is_absolute_iri(std::string_view iri) { return scheme_size(iri) > 0; }

std::string resolve_iri(std::string_view base_iri, std::string_view reference) {
  const IriComponents r = split_iri(reference);
  const IriComponents base = split_iri(base_iri);
  const IriComponents& scheme_from = r.has_scheme ? r : base;
  std::string target;
  target.reserve(base_iri.size() + reference.size());
  target.append(scheme_from.scheme).append(":");
  if (r.has_scheme || r.has_authority) {
    append_authority(target, r);
    append_without_dot_segments(target, r.path);
    append_query(target, r);
  } else if (r.path.empty()) {
    append_authority(target, base);
    target += base.path;
    append_query(target, r.has_query ? r : base);
  } else {
    append_authority(target, base);
    append_without_dot_segments(
        target, r.path.starts_with('/') ? std::string(r.path) : merge(base, r.path));
    append_query(target, r);
  }
  if (r.has_fragment) {
    target.append("#").append(r.fragment);
  }
  return target;
}

bool has_only_iri_characters(std::string_view iri) {
  constexpr std::string_view kForbidden = "<>\"{}|^`\\";
  for (const char c : iri) {
    if (static_cast<unsigned char>(c) <= 0x20 || kForbidden.find(c) != std::string_view::npos) {
      return false;
    }
  }
  return true;
}

}  // namespace whence::rdf
