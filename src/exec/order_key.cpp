#include "exec/order_key.h"

#include <utility>

namespace whence::exec {

namespace {

constexpr std::uint8_t kUnbound = 0;
constexpr std::uint8_t kBlankNode = 1;
constexpr std::uint8_t kIri = 2;
constexpr std::uint8_t kNumber = 3;
constexpr std::uint8_t kBoolean = 4;
constexpr std::uint8_t kMoment = 5;  // And one more a kind of moment.
constexpr std::uint8_t kString = 16;
constexpr std::uint8_t kOther = 17;

/// Values that xsd::total_order compares with one another have one rank.
std::uint8_t rank(const xsd::Value& value) {
  if (std::holds_alternative<bool>(value)) {
    return kBoolean;
  }
  if (std::holds_alternative<std::string>(value)) {
    return kString;
  }
  const auto* moment = std::get_if<xsd::Moment>(&value);
  return moment == nullptr ? kNumber
                           : static_cast<std::uint8_t>(kMoment + static_cast<int>(moment->kind));
}

bool has_value(const xsd::Value& value) { return !std::holds_alternative<std::monostate>(value); }

}  // namespace

OrderKey::OrderKey(const Value& value, const QueryContext& context) {
  const auto* id = std::get_if<store::Id>(&value);
  if (is_error(value) || (id != nullptr && !id->is_bound())) {
    rank_ = kUnbound;
    return;
  }
  value_ = to_xsd(value, context);
  if (has_value(value_)) {
    rank_ = rank(value_);
    return;
  }
  rdf::Term term = to_term(value, context);
  text_ = std::move(term.value);
  if (term.is_literal()) {
    rank_ = kOther;
    language_and_datatype_ = term.language + ' ' + term.datatype;
  } else {
    rank_ = term.is_iri() ? kIri : kBlankNode;
  }
}

std::weak_ordering operator<=>(const OrderKey& a, const OrderKey& b) {
  if (a.rank_ != b.rank_) {
    return a.rank_ <=> b.rank_;
  }
  if (has_value(a.value_)) {
    return xsd::total_order(a.value_, b.value_);
  }
  if (const auto by_text = a.text_ <=> b.text_; by_text != 0) {
    return by_text;
  }
  return a.language_and_datatype_ <=> b.language_and_datatype_;
}

std::size_t OrderKey::memory_bytes() const {
  const auto* text = std::get_if<std::string>(&value_);
  return sizeof(OrderKey) + text_.capacity() + language_and_datatype_.capacity() +
         (text == nullptr ? 0 : text->capacity());
}

}  // namespace whence::exec
