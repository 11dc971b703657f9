// Terms that a query computes and that its snapshot does not hold. They get ids of tag kLocal, so
// that operators go on comparing ids alone. Terms are never removed; views into them stay valid.
#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include <boost/unordered/unordered_flat_map.hpp>

#include "rdf/term.h"
#include "store/id.h"

namespace whence::exec {

class LocalTerms {
 public:
  /// The id of `term`, and how many bytes holding it took; 0 if it was there.
  std::pair<store::Id, std::size_t> intern(const rdf::TermView& term);
  [[nodiscard]] rdf::TermView term(store::Id id) const { return terms_[id.payload()].view(); }

 private:
  struct Hash {
    std::size_t operator()(const rdf::TermView& term) const noexcept;
  };

  std::deque<rdf::Term> terms_;  // A deque: views into its elements must not move.
  boost::unordered_flat_map<rdf::TermView, std::size_t, Hash> index_;
};

}  // namespace whence::exec
