// Differential test: what Sord finds for a random pattern over random quads, the store finds.
#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <sord/sord.h>

#include "rdf/vocabulary.h"
#include "store/snapshot.h"
#include "unit/store/loading.h"

namespace whence::store {
namespace {

/// As they are in a snapshot after one load: blank nodes carry their document's scope.
const std::vector<rdf::Term>& subjects() {
  static const std::vector<rdf::Term> kTerms{rdf::Term::iri("x:a"), rdf::Term::iri("x:b"),
                                             rdf::Term::iri("x:c"), rdf::Term::blank_node("d0_n"),
                                             rdf::Term::blank_node("d0_m")};
  return kTerms;
}
const std::vector<rdf::Term>& predicates() {
  static const std::vector<rdf::Term> kTerms{rdf::Term::iri("x:p"), rdf::Term::iri("x:q"),
                                             rdf::Term::iri("x:a")};
  return kTerms;
}
const std::vector<rdf::Term>& objects() {
  static const std::vector<rdf::Term> kTerms{
      rdf::Term::iri("x:a"),
      rdf::Term::blank_node("d0_n"),
      rdf::Term::literal("x:a"),
      rdf::Term::literal(""),
      rdf::Term::language_literal("x:a", "en"),
      rdf::Term::language_literal("x:a", "de"),
      rdf::Term::literal("1", rdf::xsd::kInteger),
      rdf::Term::literal("01", rdf::xsd::kInteger),
      rdf::Term::literal("1.0", rdf::xsd::kDecimal),
      rdf::Term::literal("2024-02-29", rdf::xsd::kDate),
      rdf::Term::literal("true", rdf::xsd::kBoolean),
  };
  return kTerms;
}
/// Sord has no way to ask for the default graph alone, so there it gets a name: the first one.
const std::vector<rdf::Term>& graphs() {
  static const std::vector<rdf::Term> kTerms{rdf::Term::iri("x:the-default-graph"),
                                             rdf::Term::iri("x:g"), rdf::Term::iri("x:a"),
                                             rdf::Term::blank_node("d0_n")};
  return kTerms;
}

/// Numbers of terms in the lists above, in the order of Column.
using Numbers = std::array<int, 4>;

const std::vector<rdf::Term>& terms_at(std::size_t column) {
  return *std::array{&subjects(), &predicates(), &objects(), &graphs()}[column];
}

rc::Gen<Numbers> any_numbers() {
  return rc::gen::exec([] {
    Numbers numbers{};
    for (std::size_t i = 0; i < 4; ++i) {
      numbers[i] = *rc::gen::inRange(0, static_cast<int>(terms_at(i).size()));
    }
    return numbers;
  });
}

class Sord {
 public:
  Sord() : world_(sord_world_new()), model_(sord_new(world_, SORD_SPO | SORD_OPS, true)) {
    for (std::size_t column = 0; column < 4; ++column) {
      for (const rdf::Term& term : terms_at(column)) {
        nodes_[column].push_back(node(term));
      }
    }
  }
  Sord(const Sord&) = delete;
  Sord& operator=(const Sord&) = delete;
  ~Sord() {
    for (const auto& column : nodes_) {
      for (SordNode* node : column) {
        sord_node_free(world_, node);
      }
    }
    sord_free(model_);
    sord_world_free(world_);
  }

  void add(const Numbers& numbers) {
    const SordQuad quad = {at(numbers, 0), at(numbers, 1), at(numbers, 2), at(numbers, 3)};
    sord_add(model_, quad);
  }

  /// The quads with these terms, -1 being any.
  std::set<Numbers> find(const Numbers& pattern) {
    const SordQuad quad = {at(pattern, 0), at(pattern, 1), at(pattern, 2), at(pattern, 3)};
    std::set<Numbers> found;
    SordIter* iterator = sord_find(model_, quad);
    for (; !sord_iter_end(iterator); sord_iter_next(iterator)) {
      SordQuad match = {};
      sord_iter_get(iterator, match);
      Numbers numbers{};
      for (std::size_t i = 0; i < 4; ++i) {
        const auto place = std::ranges::find(nodes_[i], match[i]);
        numbers[i] = static_cast<int>(place - nodes_[i].begin());
      }
      found.insert(numbers);
    }
    sord_iter_free(iterator);
    return found;
  }

 private:
  SordNode* node(const rdf::Term& term) {
    const auto bytes = [](const std::string& text) {
      return reinterpret_cast<const uint8_t*>(text.c_str());
    };
    if (term.is_iri()) {
      return sord_new_uri(world_, bytes(term.value));
    }
    if (term.is_blank_node()) {
      return sord_new_blank(world_, bytes(term.value));
    }
    SordNode* datatype =
        term.datatype.empty() ? nullptr : sord_new_uri(world_, bytes(term.datatype));
    SordNode* literal = sord_new_literal(world_, datatype, bytes(term.value),
                                         term.language.empty() ? nullptr : term.language.c_str());
    sord_node_free(world_, datatype);
    return literal;
  }

  [[nodiscard]] const SordNode* at(const Numbers& numbers, std::size_t column) const {
    const int number = numbers[column];
    return number < 0 ? nullptr : nodes_[column][static_cast<std::size_t>(number)];
  }

  SordWorld* world_;
  ::SordModel* model_;
  std::array<std::vector<SordNode*>, 4> nodes_;
};

std::string text_of(const std::vector<Numbers>& quads) {
  std::string text;
  for (const Numbers& numbers : quads) {
    for (std::size_t i = 0; i < 4; ++i) {
      rdf::Term term = terms_at(i)[static_cast<std::size_t>(numbers[i])];
      if (term.is_blank_node()) {
        term.value.erase(0, std::string_view("d0_").size());
      }
      if (i < 3 || numbers[i] != 0) {
        text += rdf::to_ntriples(term) + " ";
      }
    }
    text += ".\n";
  }
  return text;
}

/// The same of the store, in every order that it offers.
std::set<Numbers> find(const Snapshot& snapshot, const Numbers& pattern) {
  QuadPattern asked;
  const std::array places{&asked.subject, &asked.predicate, &asked.object, &asked.graph};
  std::array<std::map<Id, int>, 4> numbers_of;
  for (std::size_t i = 0; i < 4; ++i) {
    *places[i] = Id();
    for (int number = 0; const rdf::Term& term : terms_at(i)) {
      const auto id = i == 3 && number == 0 ? Id::default_graph() : snapshot.find(term);
      if (pattern[i] == number && !id) {
        return {};  // No quad has the term.
      }
      if (id) {
        numbers_of[i][*id] = number;
        *places[i] = pattern[i] == number ? *id : *places[i];
      }
      ++number;
    }
  }
  std::set<Numbers> first;
  const auto orders = snapshot.sort_orders(asked);
  for (const SortOrder& order : orders) {
    std::set<Numbers> found;
    Scan scan = snapshot.scan(asked, order);
    for (Batch batch; scan.next(batch);) {
      for (std::size_t row = 0; row < batch.row_count; ++row) {
        Numbers numbers = pattern;
        for (std::size_t i = 0; i < order.size(); ++i) {
          const auto column = static_cast<std::size_t>(order[i]);
          numbers[column] = numbers_of[column].at(batch.columns[i][row]);
        }
        RC_ASSERT(found.insert(numbers).second);
      }
    }
    RC_ASSERT(found.size() == snapshot.count(asked));
    RC_ASSERT(&order == &orders.front() || found == first);
    first = std::move(found);
  }
  return first;
}

TEST(SordDifferential, FindsWhatSordFinds) {
  EXPECT_TRUE(rc::check([] {
    const auto quads = *rc::gen::container<std::vector<Numbers>>(any_numbers());
    Sord sord;
    for (const Numbers& numbers : quads) {
      sord.add(numbers);
    }
    const auto snapshot = load_text(text_of(quads));
    for (int shape = 0; shape < 16; ++shape) {
      Numbers pattern = *any_numbers();
      for (std::size_t i = 0; i < 4; ++i) {
        pattern[i] = (shape >> i & 1) != 0 ? pattern[i] : -1;
      }
      std::set<Numbers> expected;
      if (pattern[3] >= 0) {
        expected = sord.find(pattern);
      } else {
        // Any named graph: one after the other, since without a graph Sord gives triples once.
        for (int graph = 1; graph < static_cast<int>(graphs().size()); ++graph) {
          Numbers in_graph = pattern;
          in_graph[3] = graph;
          expected.merge(sord.find(in_graph));
        }
      }
      RC_ASSERT(find(*snapshot, pattern) == expected);
    }
  }));
}

}  // namespace
}  // namespace whence::store
