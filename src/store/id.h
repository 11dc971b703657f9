// The id of a term: 64 bits, a tag in the upper four and a payload in the lower sixty.
//
// Integers, decimals, booleans, doubles, dates and dateTimes whose lexical form is the canonical
// one live inside the id; an inlined id gives back the very term it was made of, and no inlined
// term is ever in a dictionary, so that equal terms have equal ids and the other way round. All
// other terms are an index into the snapshot's dictionary. Terms that a query computes and that the
// snapshot does not hold get a kLocal id from the query's own table.
//
// Ids compare as integers: unbound, blank nodes, IRIs, literals. Two ids of one tag whose order
// means something are said so beside the tag.
#pragma once

#include <compare>
#include <cstdint>

namespace whence::store {

enum class IdTag : std::uint8_t {
  kNone = 0,       ///< Payload 0: unbound. Payload 1: the default graph.
  kBlankNode = 1,  ///< Dictionary index.
  kIri = 2,        ///< Dictionary index.
  kLiteral = 3,    ///< Dictionary index.
  kBoolean = 4,    ///< false < true.
  kInteger = 5,    ///< Two's complement with the sign bit flipped: ids sort as the numbers do.
  kDecimal = 6,    ///< Unscaled value and scale.
  kDouble = 7,
  kDate = 8,
  kDateTime = 9,
  kTripleTerm = 14,  ///< Kept for RDF 1.2.
  kLocal = 15,       ///< Index into the query's own table.
};

class Id {
 public:
  static constexpr int kPayloadBits = 60;
  static constexpr std::uint64_t kPayloadMask = (std::uint64_t{1} << kPayloadBits) - 1;

  /// Unbound.
  constexpr Id() = default;
  constexpr Id(IdTag tag, std::uint64_t payload)
      : bits_((static_cast<std::uint64_t>(tag) << kPayloadBits) | (payload & kPayloadMask)) {}
  static constexpr Id from_bits(std::uint64_t bits) {
    Id id;
    id.bits_ = bits;
    return id;
  }
  /// Stands in the graph position for the default graph; no term has it.
  static constexpr Id default_graph() { return {IdTag::kNone, 1}; }

  [[nodiscard]] constexpr IdTag tag() const { return static_cast<IdTag>(bits_ >> kPayloadBits); }
  [[nodiscard]] constexpr std::uint64_t payload() const { return bits_ & kPayloadMask; }
  [[nodiscard]] constexpr std::uint64_t bits() const { return bits_; }
  [[nodiscard]] constexpr bool is_bound() const { return bits_ != 0; }

  friend constexpr bool operator==(Id, Id) = default;
  friend constexpr auto operator<=>(Id, Id) = default;

 private:
  std::uint64_t bits_ = 0;
};

static_assert(sizeof(Id) == 8);

}  // namespace whence::store
