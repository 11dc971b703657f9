// Colour refinement with backtracking. Each blank node has a colour, refined from the statements it
// stands in until no class splits further. Where the classes of both sides agree and one has more
// than one node, a node of it is tried against each of the other side's. Colours alone decide
// nothing: a complete mapping is applied and compared.
#include "conformance/isomorphism.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace whence::conformance {
namespace {

using Colour = std::size_t;
using Colouring = std::map<std::string, Colour>;  // By the label of the blank node.
using Mapping = std::map<std::string, std::string>;
using Classes = std::map<Colour, std::vector<std::string>>;

std::vector<rdf::Term*> terms_of(rdf::Quad& quad) {
  std::vector<rdf::Term*> terms = {&quad.subject, &quad.predicate, &quad.object};
  if (quad.graph) {
    terms.push_back(&*quad.graph);
  }
  return terms;
}

Colour mix(Colour a, Colour b) {
  return (a ^ (b + 0x9E3779B97F4A7C15U + (a << 12U) + (a >> 4U))) * 0xFF51AFD7ED558CCDU;
}

Colour colour_of(const rdf::Term& term, const Colouring& colours) {
  if (term.is_blank_node()) {
    return colours.at(term.value);
  }
  return std::hash<std::string>{}(rdf::to_ntriples(term));
}

Colouring uncoloured(const std::set<rdf::Quad>& quads) {
  Colouring colours;
  for (rdf::Quad quad : quads) {
    for (const rdf::Term* term : terms_of(quad)) {
      if (term->is_blank_node()) {
        colours.emplace(term->value, 1);
      }
    }
  }
  return colours;
}

/// One round: a node's next colour is its own and, in any order, those of its statements, each with
/// the place at which the node stands.
Colouring refined_once(const std::set<rdf::Quad>& quads, const Colouring& colours) {
  Colouring sums;
  for (rdf::Quad quad : quads) {
    const std::vector<rdf::Term*> terms = terms_of(quad);
    Colour statement = terms.size();
    for (const rdf::Term* term : terms) {
      statement = mix(statement, colour_of(*term, colours));
    }
    for (std::size_t place = 0; place < terms.size(); ++place) {
      if (terms[place]->is_blank_node()) {
        sums[terms[place]->value] += mix(statement, place + 1);
      }
    }
  }
  Colouring next;
  for (const auto& [label, colour] : colours) {
    next[label] = mix(colour, sums[label]);
  }
  return next;
}

Classes classes_of(const Colouring& colours) {
  Classes classes;
  for (const auto& [label, colour] : colours) {
    classes[colour].push_back(label);
  }
  return classes;
}

bool have_same_shape(const Classes& left, const Classes& right) {
  return std::ranges::equal(left, right, [](const auto& a, const auto& b) {
    return a.first == b.first && a.second.size() == b.second.size();
  });
}

class Matcher {
 public:
  Matcher(std::set<rdf::Quad> left, std::set<rdf::Quad> right)
      : left_(std::move(left)), right_(std::move(right)) {}

  [[nodiscard]] bool matches() const {
    return left_.size() == right_.size() && match(uncoloured(left_), uncoloured(right_), 2);
  }

 private:
  /// `fresh` is a colour that no node has yet. The depth is at most the number of blank nodes.
  [[nodiscard]] bool match(Colouring left, Colouring right, Colour fresh) const {
    Classes left_classes = classes_of(left);
    Classes right_classes = classes_of(right);
    for (std::size_t count = 0; count != left_classes.size();) {  // Until no class splits.
      if (!have_same_shape(left_classes, right_classes)) {
        return false;
      }
      count = left_classes.size();
      left = refined_once(left_, left);
      right = refined_once(right_, right);
      left_classes = classes_of(left);
      right_classes = classes_of(right);
    }
    if (!have_same_shape(left_classes, right_classes)) {
      return false;
    }
    const auto undecided = std::ranges::find_if(
        left_classes, [](const auto& entry) { return entry.second.size() > 1; });
    if (undecided == left_classes.end()) {
      return is_match(left_classes, right_classes);
    }
    left[undecided->second.front()] = fresh;
    return std::ranges::any_of(right_classes.at(undecided->first), [&](const std::string& label) {
      Colouring tried = right;
      tried[label] = fresh;
      return match(left, tried, fresh + 1);
    });
  }

  [[nodiscard]] bool is_match(const Classes& left, const Classes& right) const {
    Mapping names;
    for (const auto& [colour, labels] : left) {
      names[labels.front()] = right.at(colour).front();
    }
    return std::ranges::all_of(left_, [&](rdf::Quad quad) {
      for (rdf::Term* term : terms_of(quad)) {
        if (term->is_blank_node()) {
          term->value = names.at(term->value);
        }
      }
      return right_.contains(quad);
    });
  }

  std::set<rdf::Quad> left_;
  std::set<rdf::Quad> right_;
};

}  // namespace

bool are_isomorphic(std::span<const rdf::Quad> left, std::span<const rdf::Quad> right) {
  return Matcher({left.begin(), left.end()}, {right.begin(), right.end()}).matches();
}

}  // namespace whence::conformance
