#include "oracle/random_path.h"

#include "oracle/random_terms.h"

namespace whence::oracle {

namespace {

std::string predicate() { return rdf::to_ntriples(random_predicate()); }

std::string negated_set() {
  std::string text = "!(";
  for (int i = draw(3); i >= 0; --i) {
    text += (one_in(3) ? "^" : "") + predicate() + (i > 0 ? "|" : "");
  }
  return text + ")";
}

}  // namespace

std::string random_path(int depth) {
  if (depth <= 0) {
    return one_in(4) ? negated_set() : predicate();
  }
  switch (draw(9)) {
    case 0:
      return "(^" + random_path(depth - 1) + ")";
    case 1:
    case 2:
      return "(" + random_path(depth - 1) + "/" + random_path(depth - 1) + ")";
    case 3:
      return "(" + random_path(depth - 1) + "|" + random_path(depth - 1) + ")";
    case 4:
      return "(" + random_path(depth - 1) + "*)";
    case 5:
      return "(" + random_path(depth - 1) + "+)";
    case 6:
      return "(" + random_path(depth - 1) + "?)";
    case 7:
      return one_in(8) ? "(!())" : "(" + negated_set() + ")";
    default:
      return "(" + random_path(depth - 1) + ")";
  }
}

}  // namespace whence::oracle
