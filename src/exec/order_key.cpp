#include "exec/order_key.h"

#include <cmath>
#include <limits>
#include <type_traits>
#include <utility>

namespace whence::exec {

namespace {

constexpr std::uint8_t kUnbound = 0;
constexpr std::uint8_t kBlankNode = 1;
constexpr std::uint8_t kIri = 2;
constexpr std::uint8_t kNotANumber = 3;
constexpr std::uint8_t kNumber = 4;
constexpr std::uint8_t kBoolean = 5;
constexpr std::uint8_t kMoment = 6;  // And one more a kind of moment.
constexpr std::uint8_t kString = 16;
constexpr std::uint8_t kOther = 17;

/// The very value of a finite double.
xsd::Decimal exact_value(double number) {
  constexpr int kDigits = std::numeric_limits<double>::digits;
  int exponent = 0;
  const auto mantissa =
      static_cast<std::int64_t>(std::ldexp(std::frexp(number, &exponent), kDigits));
  exponent -= kDigits;
  const xsd::Integer whole = mantissa;
  if (exponent >= 0) {
    return xsd::Integer(whole << static_cast<unsigned>(exponent));
  }
  // m / 2^n = m 5^n / 10^n
  const auto power = static_cast<unsigned>(-exponent);
  return {xsd::Integer(whole * boost::multiprecision::pow(xsd::Integer(5), power)), power};
}

/// Of two numbers whose roundings are equal, at least one of them exact.
std::strong_ordering compare_exactly(double rounded, const std::optional<xsd::Decimal>& a,
                                     const std::optional<xsd::Decimal>& b) {
  if (a && b) {
    return *a <=> *b;
  }
  if (std::isinf(rounded)) {
    // An exact number too large for a double is still on this side of infinity.
    const bool exact_is_less = (rounded > 0) == a.has_value();
    return exact_is_less ? std::strong_ordering::less : std::strong_ordering::greater;
  }
  const xsd::Decimal number = exact_value(rounded);
  return a ? *a <=> number : number <=> *b;
}

}  // namespace

OrderKey::OrderKey(const Value& value, const QueryContext& context) {
  const auto* id = std::get_if<store::Id>(&value);
  if (is_error(value) || (id != nullptr && !id->is_bound())) {
    rank_ = kUnbound;
    return;
  }
  xsd::Value known = to_xsd(value, context);
  if (!std::holds_alternative<std::monostate>(known)) {
    place(std::move(known));
    return;
  }
  rdf::Term term = to_term(value, context);
  rank_ = term.is_literal() ? kOther : term.is_iri() ? kIri : kBlankNode;
  text_ = std::move(term.value);
  if (rank_ == kOther) {
    language_and_datatype_ = term.language + ' ' + term.datatype;
  }
}

void OrderKey::place(xsd::Value value) {
  const auto exactly = [this](std::uint8_t rank, xsd::Decimal number) {
    rank_ = rank;
    number_ = number.to_double();
    exact_ = std::move(number);
  };
  std::visit(
      [&](auto&& known) {
        using Known = std::decay_t<decltype(known)>;
        if constexpr (std::is_same_v<Known, bool>) {
          rank_ = kBoolean;
          number_ = known ? 1 : 0;
        } else if constexpr (std::is_floating_point_v<Known>) {
          rank_ = std::isnan(known) ? kNotANumber : kNumber;
          number_ = std::isnan(known) ? 0 : static_cast<double>(known);
        } else if constexpr (std::is_same_v<Known, xsd::Moment>) {
          exactly(static_cast<std::uint8_t>(kMoment + static_cast<int>(known.kind)),
                  known.seconds());
        } else if constexpr (std::is_same_v<Known, std::string>) {
          rank_ = kString;
          text_ = std::forward<decltype(known)>(known);
        } else if constexpr (!std::is_same_v<Known, std::monostate>) {
          exactly(kNumber, xsd::Decimal(std::forward<decltype(known)>(known)));
        }
      },
      std::move(value));
}

std::weak_ordering operator<=>(const OrderKey& a, const OrderKey& b) {
  if (a.rank_ != b.rank_) {
    return a.rank_ <=> b.rank_;
  }
  if (a.number_ != b.number_) {
    return a.number_ < b.number_ ? std::weak_ordering::less : std::weak_ordering::greater;
  }
  if (a.exact_ || b.exact_) {
    return compare_exactly(a.number_, a.exact_, b.exact_);
  }
  if (const auto by_text = a.text_ <=> b.text_; by_text != 0) {
    return by_text;
  }
  return a.language_and_datatype_ <=> b.language_and_datatype_;
}

std::size_t OrderKey::memory_bytes() const {
  return sizeof(OrderKey) + text_.capacity() + language_and_datatype_.capacity();
}

}  // namespace whence::exec
