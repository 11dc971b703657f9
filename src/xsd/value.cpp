#include "xsd/value.h"

#include <array>
#include <cmath>
#include <type_traits>
#include <utility>

#include "rdf/vocabulary.h"

namespace whence::xsd {

namespace names = rdf::xsd;

namespace {

/// The types derived from xsd:integer (XSD 1.1 §3.4.14 to §3.4.25) and their bounds, as text since
/// some are beyond 64 bits; empty: none.
struct IntegerType {
  std::string_view name;
  std::string_view least;
  std::string_view most;
};

constexpr std::array kIntegerTypes{
    IntegerType{"nonPositiveInteger", "", "0"},
    IntegerType{"negativeInteger", "", "-1"},
    IntegerType{"long", "-9223372036854775808", "9223372036854775807"},
    IntegerType{"int", "-2147483648", "2147483647"},
    IntegerType{"short", "-32768", "32767"},
    IntegerType{"byte", "-128", "127"},
    IntegerType{"nonNegativeInteger", "0", ""},
    IntegerType{"unsignedLong", "0", "18446744073709551615"},
    IntegerType{"unsignedInt", "0", "4294967295"},
    IntegerType{"unsignedShort", "0", "65535"},
    IntegerType{"unsignedByte", "0", "255"},
    IntegerType{"positiveInteger", "1", ""},
};

template <typename T>
Value from(std::optional<T> value) {
  return value ? Value(std::move(*value)) : Value();
}

Value parse_boolean(std::string_view lexical) {
  if (lexical == "true" || lexical == "1") {
    return true;
  }
  return lexical == "false" || lexical == "0" ? Value(false) : Value();
}

Value parse_derived_integer(std::string_view lexical, std::string_view type) {
  for (const IntegerType& known : kIntegerTypes) {
    if (known.name != type) {
      continue;
    }
    auto value = parse_integer(lexical);
    const bool fits = value && (known.least.empty() || *value >= *parse_integer(known.least)) &&
                      (known.most.empty() || *value <= *parse_integer(known.most));
    return fits ? Value(std::move(*value)) : Value();
  }
  return {};
}

std::optional<MomentKind> moment_kind(std::string_view datatype) {
  if (datatype == names::kDateTime) {
    return MomentKind::kDateTime;
  }
  if (datatype == names::kDate) {
    return MomentKind::kDate;
  }
  if (datatype == names::kTime) {
    return MomentKind::kTime;
  }
  if (datatype == names::kGYear) {
    return MomentKind::kGYear;
  }
  if (datatype == names::kGYearMonth) {
    return MomentKind::kGYearMonth;
  }
  return std::nullopt;
}

std::string_view datatype_of(MomentKind kind) {
  switch (kind) {
    case MomentKind::kDateTime:
      return names::kDateTime;
    case MomentKind::kDate:
      return names::kDate;
    case MomentKind::kTime:
      return names::kTime;
    case MomentKind::kGYear:
      return names::kGYear;
    case MomentKind::kGYearMonth:
      return names::kGYearMonth;
  }
  return {};
}

}  // namespace

Value parse_value(const rdf::TermView& term) {
  if (!term.is_literal() || !term.language.empty()) {
    return {};
  }
  const std::string_view type = term.datatype;
  if (type.empty()) {
    return std::string(term.value);
  }
  if (!type.starts_with(names::kNamespace)) {
    return {};
  }
  if (type == names::kInteger) {
    return from(parse_integer(term.value));
  }
  if (type == names::kDecimal) {
    return from(Decimal::parse(term.value));
  }
  if (type == names::kDouble) {
    return from(parse_double(term.value));
  }
  if (type == names::kFloat) {
    return from(parse_float(term.value));
  }
  if (type == names::kBoolean) {
    return parse_boolean(term.value);
  }
  if (const auto kind = moment_kind(type)) {
    return from(Moment::parse(term.value, *kind));
  }
  return parse_derived_integer(term.value, type.substr(names::kNamespace.size()));
}

std::string canonical(const Value& value) {
  return std::visit(
      [](const auto& v) -> std::string {
        using T = std::decay_t<decltype(v)>;
        if constexpr (std::is_same_v<T, bool>) {
          return v ? "true" : "false";
        } else if constexpr (std::is_same_v<T, Integer>) {
          return v.str();
        } else if constexpr (std::is_same_v<T, Decimal> || std::is_same_v<T, Moment>) {
          return v.to_string();
        } else if constexpr (std::is_same_v<T, float>) {
          return canonical_float(v);
        } else if constexpr (std::is_same_v<T, double>) {
          return canonical_double(v);
        } else if constexpr (std::is_same_v<T, std::string>) {
          return v;
        } else {
          return {};
        }
      },
      value);
}

rdf::Term to_term(const Value& value) {
  constexpr std::array kDatatypes{std::string_view(), names::kBoolean,   names::kInteger,
                                  names::kDecimal,    names::kFloat,     names::kDouble,
                                  std::string_view(), std::string_view()};
  const auto* moment = std::get_if<Moment>(&value);
  return rdf::Term::literal(
      canonical(value), moment == nullptr ? kDatatypes[value.index()] : datatype_of(moment->kind));
}

std::optional<bool> effective_boolean_value(const Value& value) {
  if (const auto* boolean = std::get_if<bool>(&value)) {
    return *boolean;
  }
  if (const auto* integer = std::get_if<Integer>(&value)) {
    return !integer->is_zero();
  }
  if (const auto* decimal = std::get_if<Decimal>(&value)) {
    return !decimal->is_zero();
  }
  if (const auto* single = std::get_if<float>(&value)) {
    return !std::isnan(*single) && *single != 0.0F;
  }
  if (const auto* number = std::get_if<double>(&value)) {
    return !std::isnan(*number) && *number != 0.0;
  }
  const auto* text = std::get_if<std::string>(&value);
  return text == nullptr ? std::nullopt : std::optional(!text->empty());
}

std::optional<bool> effective_boolean_value(const rdf::TermView& term) {
  if (!term.is_literal()) {
    return std::nullopt;
  }
  if (!term.language.empty() || term.datatype.empty()) {
    return !term.value.empty();
  }
  const Value value = parse_value(term);
  if (!std::holds_alternative<std::monostate>(value)) {
    return effective_boolean_value(value);
  }
  // An ill-typed boolean or number is false (§17.2.2); other datatypes have no such value.
  const rdf::TermView zero = rdf::TermView::literal("0", term.datatype);
  const bool boolean_or_number =
      std::holds_alternative<bool>(parse_value(zero)) || is_numeric(parse_value(zero)) ||
      is_numeric(parse_value(rdf::TermView::literal("-1", term.datatype))) ||
      is_numeric(parse_value(rdf::TermView::literal("1", term.datatype)));
  return boolean_or_number ? std::optional(false) : std::nullopt;
}

}  // namespace whence::xsd
