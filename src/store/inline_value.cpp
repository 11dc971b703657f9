// See inline_value.h.
#include "store/inline_value.h"

#include <cstdint>
#include <string_view>

#include "rdf/vocabulary.h"
#include "store/inline_moment.h"
#include "store/inline_number.h"

namespace whence::store {

namespace names = rdf::xsd;

namespace {

std::optional<std::uint64_t> encode_boolean(std::string_view lexical) {
  if (lexical == "true") {
    return 1;
  }
  return lexical == "false" ? std::optional<std::uint64_t>(0) : std::nullopt;
}

}  // namespace

std::optional<Id> inline_id(const rdf::TermView& term) {
  if (term.datatype.size() <= names::kNamespace.size() || term.value.empty() ||
      !term.datatype.starts_with(names::kNamespace)) {
    return std::nullopt;
  }
  const auto made = [](IdTag tag, std::optional<std::uint64_t> payload) {
    return payload ? std::optional(Id(tag, *payload)) : std::nullopt;
  };
  const std::string_view type = term.datatype;
  if (type == names::kInteger) {
    return made(IdTag::kInteger, encode_integer(term.value));
  }
  if (type == names::kDate) {
    return made(IdTag::kDate, encode_date(term.value));
  }
  if (type == names::kDateTime) {
    return made(IdTag::kDateTime, encode_date_time(term.value));
  }
  if (type == names::kDecimal) {
    return made(IdTag::kDecimal, encode_decimal(term.value));
  }
  if (type == names::kDouble) {
    return made(IdTag::kDouble, encode_double(term.value));
  }
  return type == names::kBoolean ? made(IdTag::kBoolean, encode_boolean(term.value)) : std::nullopt;
}

rdf::TermView inline_term(Id id, std::string& scratch) {
  const auto literal = [&](std::string_view datatype) {
    return rdf::TermView{rdf::TermKind::kLiteral, scratch, datatype, {}};
  };
  switch (id.tag()) {
    case IdTag::kInteger:
      write_integer(id.payload(), scratch);
      return literal(names::kInteger);
    case IdTag::kDecimal:
      write_decimal(id.payload(), scratch);
      return literal(names::kDecimal);
    case IdTag::kDouble:
      write_double(id.payload(), scratch);
      return literal(names::kDouble);
    case IdTag::kDate:
      write_date(id.payload(), scratch);
      return literal(names::kDate);
    case IdTag::kDateTime:
      write_date_time(id.payload(), scratch);
      return literal(names::kDateTime);
    default:
      scratch = id.payload() == 0 ? "false" : "true";
      return literal(names::kBoolean);
  }
}

}  // namespace whence::store
