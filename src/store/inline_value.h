// Terms that live inside their id. A literal of xsd:boolean, integer, decimal, double, date or
// dateTime is inlined when its lexical form is the one that the value is written in (the canonical
// one: "1", "1.5", "1.0E0", "2024-02-29Z") and the value fits 60 bits; every other term belongs
// into a dictionary. The check works on characters: most literals are strings and pay for a
// comparison of a pointer.
//
// Payloads, all ordered as their values are, but for decimals:
//   boolean   0 or 1
//   integer   value + 2^59
//   decimal   (unscaled + 2^55) * 16 + scale, the scale being at most 15
//   double    sign, 7 bits of exponent, 52 of mantissa: 0 and 2^-63 to 2^63 at full precision, and
//             INF and NaN. The sign bit is flipped for positive numbers, all bits for negative
//             ones, so -INF < -1 < -0 < 0 < 1 < INF < NaN.
//   date      minutes to its start in UTC * 2048 + a code of the timezone
//   dateTime  milliseconds in UTC * 2112 + a code of timezone and microseconds: every timezone of
//             whole quarters of an hour with milliseconds, none and "Z" with microseconds; years
//             -4000 to 12999.
// Without a timezone, the start and the instant are taken as if in UTC.
#pragma once

#include <optional>
#include <string>

#include "rdf/term.h"
#include "store/id.h"
#include "xsd/value.h"

namespace whence::store {

/// The id that holds `term`; nothing where the term belongs into a dictionary.
[[nodiscard]] std::optional<Id> inline_id(const rdf::TermView& term);

[[nodiscard]] constexpr bool is_inlined(Id id) {
  return id.tag() >= IdTag::kBoolean && id.tag() <= IdTag::kDateTime;
}

/// The term of an inlined id. Its lexical form lives in `scratch`, which is overwritten.
[[nodiscard]] rdf::TermView inline_term(Id id, std::string& scratch);

}  // namespace whence::store
