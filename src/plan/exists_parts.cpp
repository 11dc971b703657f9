#include "plan/exists_parts.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "plan/variables.h"

namespace whence::plan {

using namespace sparql;

namespace {

struct Part {
  VariableSet variables;
  Bgp patterns;
};

bool share_variable(const Part& a, const Part& b) {
  return std::ranges::any_of(
      a.variables, [&](const Variable& variable) { return b.variables.contains(variable); });
}

/// The patterns in as many parts as there are that share no variable.
std::vector<Part> parts_of(const Bgp& bgp) {
  std::vector<Part> parts;
  for (const TriplePattern& pattern : bgp.patterns) {
    const Bgp alone{{pattern}};
    Part part{certain_variables({alone}), alone};
    for (Part& other : parts) {
      if (share_variable(other, part)) {
        part.variables.merge(other.variables);
        part.patterns.patterns.insert(part.patterns.patterns.begin(),
                                      other.patterns.patterns.begin(),
                                      other.patterns.patterns.end());
        other.patterns.patterns.clear();
        other.variables.clear();
      }
    }
    std::erase_if(parts, [](const Part& other) { return other.patterns.patterns.empty(); });
    parts.push_back(std::move(part));
  }
  return parts;
}

}  // namespace

Expression in_parts(const Exists& exists) {
  const auto* bgp = std::get_if<Bgp>(&exists.pattern->node);
  std::vector<Part> parts = bgp == nullptr ? std::vector<Part>() : parts_of(*bgp);
  if (parts.size() < 2) {
    return {exists};
  }
  std::vector<Expression> all;
  for (Part& part : parts) {
    all.push_back({Exists{Algebra{std::move(part.patterns)}, false, exists.position}});
  }
  Expression together{Call{"&&", std::move(all), exists.position}};
  return exists.negated ? Expression{Call{"!", {std::move(together)}, exists.position}}
                        : std::move(together);
}

}  // namespace whence::plan
