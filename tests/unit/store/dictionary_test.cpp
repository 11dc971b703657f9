// Terms to ids and back, through a load and in the snapshots after it.
#include "store/dictionary.h"

#include <memory>
#include <set>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "rdf/vocabulary.h"
#include "store/load_dictionary.h"
#include "store/parallel.h"

namespace whence::store {
namespace {

using rdf::Term;

/// `base` and `terms`, inserted on `thread_count` threads that each insert all of them; and the
/// final ids of the terms, the same from each thread.
std::pair<std::shared_ptr<const Dictionary>, std::vector<Id>> extended(
    const std::shared_ptr<const Dictionary>& base, const std::vector<Term>& terms,
    std::size_t thread_count = 1) {
  LoadDictionary loading(base, thread_count);
  std::vector<std::vector<Id>> ids(thread_count);
  run_parallel(thread_count, [&](std::size_t thread) {
    TermEncoder encoder(loading);
    for (const Term& term : terms) {
      ids[thread].push_back(encoder.encode(term));
    }
  });
  auto dictionary = loading.finish(base->document_count() + 1);
  for (auto& of_thread : ids) {
    for (Id& id : of_thread) {
      id = loading.resolved(id);
    }
    EXPECT_EQ(of_thread, ids.front());
  }
  return {std::move(dictionary), ids.front()};
}

Term term_of(const Dictionary& dictionary, Id id) {
  std::string scratch;
  return Term(dictionary.term(id, scratch));
}

const std::vector<Term> kTerms{
    Term::iri("x:a"),
    Term::iri(""),
    Term::blank_node("x:a"),
    Term::literal("x:a"),
    Term::literal(""),
    Term::literal("x:a", "x:datatype"),
    Term::literal("x:a", "x:a"),
    Term::literal("x:a", "en"),
    Term::language_literal("x:a", "en"),
    Term::language_literal("x:a", "en-GB"),
    Term::language_literal("", "de-AT"),
    Term::literal("01", rdf::xsd::kInteger),
    Term::literal("1", rdf::xsd::kInteger),
    Term::literal(std::string("\0\x01\xFF", 3)),
    Term::literal(std::string(100'000, 'x')),
};

TEST(Dictionary, GivesEachTermAnIdOfItsOwnAndTheTermBack) {
  for (const std::size_t thread_count : {1U, 4U}) {
    const auto [dictionary, ids] =
        extended(std::make_shared<const Dictionary>(), kTerms, thread_count);
    EXPECT_EQ(std::set(ids.begin(), ids.end()).size(), kTerms.size());
    for (std::size_t i = 0; i < kTerms.size(); ++i) {
      EXPECT_EQ(term_of(*dictionary, ids[i]), kTerms[i]);
      EXPECT_EQ(dictionary->find(kTerms[i]), ids[i]);
    }
    EXPECT_EQ(dictionary->term_count(), kTerms.size() - 1);  // "1" is inlined.
  }
}

TEST(Dictionary, TakesLanguageTagsWithoutCaseAndKeepsTheirSpelling) {
  const std::vector<Term> terms{Term::language_literal("a", "en-GB"),
                                Term::language_literal("a", "en-gb"),
                                Term::language_literal("b", "EN-GB"),
                                Term::language_literal("c", "DE"), Term::literal("a", "x:EN-gb")};
  for (const std::size_t thread_count : {1U, 4U}) {
    const auto [dictionary, ids] =
        extended(std::make_shared<const Dictionary>(), terms, thread_count);
    EXPECT_EQ(ids[0], ids[1]);
    EXPECT_EQ(dictionary->find(Term::language_literal("b", "en-gb")), ids[2]);
    EXPECT_EQ(term_of(*dictionary, ids[0]), Term::language_literal("a", "en-gb"));
    EXPECT_EQ(term_of(*dictionary, ids[2]), Term::language_literal("b", "en-gb"));
    EXPECT_EQ(term_of(*dictionary, ids[3]), terms[3]);
    EXPECT_EQ(term_of(*dictionary, ids[4]), terms[4]);

    const auto [second, more_ids] =
        extended(dictionary, {Term::language_literal("d", "de"), terms[0]}, thread_count);
    EXPECT_EQ(term_of(*second, more_ids[0]), Term::language_literal("d", "DE"));
    EXPECT_EQ(more_ids[1], ids[0]);
  }
}

TEST(Dictionary, TagsIdsByTheKindOfTheTerm) {
  const auto [dictionary, ids] = extended(std::make_shared<const Dictionary>(), kTerms);
  EXPECT_EQ(ids[0].tag(), IdTag::kIri);
  EXPECT_EQ(ids[2].tag(), IdTag::kBlankNode);
  EXPECT_EQ(ids[3].tag(), IdTag::kLiteral);
  EXPECT_EQ(ids[11].tag(), IdTag::kLiteral);
  EXPECT_EQ(ids[12].tag(), IdTag::kInteger);
}

TEST(Dictionary, FindsNothingThatIsNotThere) {
  const auto [dictionary, ids] = extended(std::make_shared<const Dictionary>(), kTerms);
  EXPECT_EQ(dictionary->find(Term::iri("x:b")), std::nullopt);
  EXPECT_EQ(dictionary->find(Term::blank_node("x:b")), std::nullopt);
  EXPECT_EQ(dictionary->find(Term::literal("x:a", "x:other")), std::nullopt);
  EXPECT_EQ(dictionary->find(Term::literal("", "x:datatype")), std::nullopt);
  EXPECT_EQ(dictionary->find(Term::language_literal("x:a", "fr")), std::nullopt);
  EXPECT_EQ(Dictionary().find(Term::iri("x:a")), std::nullopt);
}

TEST(Dictionary, KeepsIdsWhenItIsExtended) {
  const auto empty = std::make_shared<const Dictionary>();
  const auto [first, ids] = extended(empty, kTerms, 2);
  std::vector<Term> more = kTerms;
  for (int i = 0; i < 500; ++i) {
    more.push_back(Term::language_literal("more " + std::to_string(i),
                                          "x-" + std::to_string(i)));  // 500 qualifiers.
  }
  const auto [second, more_ids] = extended(first, more, 2);
  for (std::size_t i = 0; i < more.size(); ++i) {
    if (i < ids.size()) {
      EXPECT_EQ(more_ids[i], ids[i]);
    } else {
      EXPECT_EQ(first->find(more[i]), std::nullopt);
    }
    EXPECT_EQ(term_of(*second, more_ids[i]), more[i]);
    EXPECT_EQ(second->find(more[i]), more_ids[i]);
  }
  EXPECT_EQ(first->term_count(), kTerms.size() - 1);
  EXPECT_EQ(empty->term_count(), 0);
  EXPECT_EQ(second->document_count(), 2);
}

TEST(Dictionary, IsNotChangedByALoadThatEndsInBetween) {
  const auto [dictionary, ids] = extended(std::make_shared<const Dictionary>(), kTerms);
  const std::uint64_t bytes = dictionary->memory_bytes();
  {
    LoadDictionary loading(dictionary, 2);
    TermEncoder encoder(loading);
    (void)encoder.encode(Term::iri("x:new"));
  }
  EXPECT_EQ(dictionary->find(Term::iri("x:new")), std::nullopt);
  EXPECT_EQ(dictionary->memory_bytes(), bytes);
}

rc::Gen<Term> any_term() {
  return rc::gen::exec([] {
    const auto text = *rc::gen::arbitrary<std::string>();
    const auto qualifier = *rc::gen::elementOf(std::vector<std::string>{
        "", "x:d", "x:e", std::string(rdf::xsd::kInteger), std::string(rdf::xsd::kDate)});
    switch (*rc::gen::inRange(0, 4)) {
      case 0:
        return Term::iri(text);
      case 1:
        return Term::blank_node(text);
      case 2:
        return Term::literal(text, qualifier);
      default:
        return Term::language_literal(
            text, *rc::gen::elementOf(std::vector<std::string>{"en", "de", "pt-BR"}));
    }
  });
}

TEST(DictionaryProperty, AnyTermsComeBackAfterTwoLoads) {
  EXPECT_TRUE(rc::check([] {
    const auto terms = *rc::gen::container<std::vector<Term>>(any_term());
    const auto later = *rc::gen::container<std::vector<Term>>(any_term());
    const auto [first, ids] = extended(std::make_shared<const Dictionary>(), terms, 2);
    const auto [second, later_ids] = extended(first, later, 1);
    for (std::size_t i = 0; i < terms.size(); ++i) {
      RC_ASSERT(term_of(*second, ids[i]) == terms[i]);
      RC_ASSERT(second->find(terms[i]) == ids[i]);
    }
    for (std::size_t i = 0; i < later.size(); ++i) {
      RC_ASSERT(term_of(*second, later_ids[i]) == later[i]);
      RC_ASSERT(second->find(later[i]) == later_ids[i]);
    }
  }));
}

}  // namespace
}  // namespace whence::store
