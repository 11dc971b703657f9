// SERVICE with an endpoint of the test's own: what is asked, and what becomes of the answers.
#include <algorithm>
#include <deque>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "exec/service/service_client.h"
#include "plan/nodes.h"
#include "rdf/error.h"
#include "rdf/vocabulary.h"
#include "unit/exec/operator_rows.h"

namespace whence::exec {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

using Cells = std::vector<std::optional<rdf::Term>>;

std::optional<rdf::Term> integer(int value) {
  return rdf::Term::literal(std::to_string(value), rdf::xsd::kInteger);
}

/// What the endpoint does with one request.
struct Answer {
  std::vector<std::string> variables;
  std::vector<Cells> rows;
  std::optional<Error> error{};  ///< After the rows.
};

/// Gives its answers in turn; then that there is nothing.
class FakeClient final : public ServiceClient {
 public:
  void ask(const std::string& endpoint, const std::string& query, const QueryContext& /*context*/,
           ServiceRows& rows) override {
    asked.push_back(endpoint + " " + query);
    if (answers.empty()) {
      rows.begin({});
      return;
    }
    const Answer answer = answers.front();
    answers.pop_front();
    rows.begin(answer.variables);
    for (const Cells& cells : answer.rows) {
      std::vector<std::optional<rdf::TermView>> views;
      for (const auto& cell : cells) {
        views.push_back(cell ? std::optional(cell->view()) : std::nullopt);
      }
      rows.row(views);
    }
    if (answer.error) {
      throw Error(*answer.error);
    }
  }
  [[nodiscard]] std::size_t rows_per_request() const override { return request_rows; }

  std::deque<Answer> answers;
  std::vector<std::string> asked;
  std::size_t request_rows = 100;
};

class ServiceCallTest : public testing::Test {
 protected:
  ServiceCallTest() { context_.set_service_client(&client_); }

  /// The call of <e> for { ?a ?b ?c } below, over a left side of these columns.
  plan::ServiceCall call(const std::vector<std::string>& left, bool is_silent = false,
                         plan::JoinKind kind = plan::JoinKind::kInner) {
    return {.kind = kind,
            .endpoint = rdf::Term::iri("http://e"),
            .is_silent = is_silent,
            .pattern_text = "{ ?a <p> ?b }",
            .variables = {{"a"}, {"b"}},
            .is_certain = {true, true},
            .position = {},
            .child = columns_plan(left, true)};
  }

  RowTexts run(plan::ServiceCall node, const RowTexts& left) {
    const std::size_t columns = node.child->columns.size();
    plan::Plan child = std::move(*node.child);
    node.child = plan::one_row();
    plan_ = plan::service_call(std::move(node), std::move(child), 1);
    const auto& made = std::get<plan::ServiceCall>(plan_.node);
    const auto running =
        make_service_call(made, std::make_unique<WrittenRows>(left, columns, context_), context_);
    return texts(*running, context_);
  }

  std::string failure(plan::ServiceCall node, const RowTexts& left) {
    try {
      run(std::move(node), left);
    } catch (const Error& error) {
      return error.what();
    }
    return "no error";
  }

  FakeClient client_;
  QueryContext context_{std::make_shared<const store::Snapshot>(), {}};
  plan::Plan plan_ = plan::one_row();
};

constexpr const char* kInteger = "^^<http://www.w3.org/2001/XMLSchema#integer>";

TEST_F(ServiceCallTest, TakesBindingsAlongEachOnce) {
  client_.answers = {{{"a", "b"}, {{integer(1), integer(10)}, {integer(1), integer(11)}}}};
  EXPECT_THAT(run(call({"a"}), {"1", "2", "1"}),
              UnorderedElementsAre("1 10", "1 11", "1 10", "1 11"));
  EXPECT_THAT(client_.asked, ElementsAre(std::string("http://e SELECT * WHERE { ?a <p> ?b } VALUES "
                                                     "( ?a ) { ( \"1\"") +
                                         kInteger + " ) ( \"2\"" + kInteger + " ) }"));
}

TEST_F(ServiceCallTest, CutsBindingsIntoRequests) {
  client_.request_rows = 2;
  client_.answers = {{{"a", "b"}, {{integer(1), integer(10)}}},
                     {{"a", "b"}, {{integer(3), integer(30)}}}};
  EXPECT_THAT(run(call({"a"}), {"1", "2", "3", "4", "5"}), ElementsAre("1 10", "3 30"));
  EXPECT_EQ(client_.asked.size(), 3U);
}

TEST_F(ServiceCallTest, KeepsMultiplicities) {
  client_.answers = {{{"a", "b"}, {{integer(1), integer(10)}, {integer(1), integer(10)}}}};
  EXPECT_THAT(run(call({"a"}), {"1 x3"}), ElementsAre("1 10 x3", "1 10 x3"));
}

TEST_F(ServiceCallTest, WithoutSharedVariablesAsksOnce) {
  client_.answers = {{{"b"}, {{integer(10)}}}};
  EXPECT_THAT(run(call({"x"}), {"1", "2", "3"}), ElementsAre("1 _ 10", "2 _ 10", "3 _ 10"));
  EXPECT_THAT(client_.asked, ElementsAre("http://e SELECT * WHERE { ?a <p> ?b }"));
}

TEST_F(ServiceCallTest, AsksNothingForNoRow) {
  EXPECT_THAT(run(call({"a"}), {}), IsEmpty());
  EXPECT_THAT(client_.asked, IsEmpty());
}

TEST_F(ServiceCallTest, UnboundIsCompatibleAndIsFilledIn) {
  client_.answers = {{{"a", "b"}, {{integer(1), integer(10)}}}};
  EXPECT_THAT(run(call({"a"}), {"_"}), ElementsAre("1 10"));
  EXPECT_THAT(client_.asked, ElementsAre("http://e SELECT * WHERE { ?a <p> ?b }"));
}

TEST_F(ServiceCallTest, RowsOfOneRequestMatchWhatTheyHaveBoundThemselves) {
  // The second is asked for by ?a alone, and must not take the first's partner.
  client_.answers = {{{"a", "b"}, {{integer(1), integer(10)}, {integer(1), integer(11)}}},
                     {{"a", "b"}, {{integer(1), integer(10)}}}};
  EXPECT_THAT(run(call({"a", "b"}), {"1 10", "1 _"}), UnorderedElementsAre("1 10", "1 10", "1 11"));
  EXPECT_EQ(client_.asked.size(), 2U);
}

TEST_F(ServiceCallTest, WhatWasNotAskedForIsLeftOut) {
  client_.answers = {{{"a", "b"}, {{integer(7), integer(10)}}}};
  EXPECT_THAT(run(call({"a"}), {"1"}), IsEmpty());
}

TEST_F(ServiceCallTest, OptionalKeepsRowsWithoutPartner) {
  client_.answers = {{{"a", "b"}, {{integer(1), integer(10)}}}};
  EXPECT_THAT(run(call({"a"}, false, plan::JoinKind::kLeft), {"1", "2", "2"}),
              ElementsAre("1 10", "2 _", "2 _"));
}

TEST_F(ServiceCallTest, SilentFailureBindsNothing) {
  // What came before the failure is no part of the answer.
  client_.answers = {{{"a", "b"}, {{integer(1), integer(10)}}, Error(ErrorCode::kIo, "broke off")}};
  EXPECT_THAT(run(call({"a"}, true), {"1", "2"}), UnorderedElementsAre("1 _", "2 _"));
}

TEST_F(ServiceCallTest, AFailureIsAnError) {
  client_.answers = {{{"a", "b"}, {}, Error(ErrorCode::kIo, "<http://e>: it answers 500")}};
  EXPECT_EQ(failure(call({"a"}), {"1"}), "SERVICE <http://e>: it answers 500");
}

TEST_F(ServiceCallTest, SilentHidesNoLimitOfTheQueryItself) {
  client_.answers = {{{}, {}, Error(ErrorCode::kCancelled, "gone")}};
  EXPECT_EQ(failure(call({"a"}, true), {"1"}), "gone");
}

TEST_F(ServiceCallTest, AnAnswerThatIgnoresTheBindingsIsAnError) {
  client_.answers = {{{"b"}, {{integer(10)}}}};
  EXPECT_THAT(failure(call({"a"}), {"1"}), HasSubstr("its answer does not bind ?a"));
}

TEST_F(ServiceCallTest, TermsThatAreNoneAreAnError) {
  client_.answers = {{{"a", "b"}, {{integer(1), rdf::Term::iri("http://a> . <b")}}}};
  EXPECT_THAT(failure(call({"a"}), {"1"}), HasSubstr("its answer has a term that is none"));
}

TEST_F(ServiceCallTest, BlankNodesAreOfTheirAnswerAlone) {
  client_.request_rows = 1;
  const auto node = rdf::Term::blank_node("b0");
  client_.answers = {{{"a", "b"}, {{integer(1), node}, {integer(1), node}}},
                     {{"a", "b"}, {{integer(2), node}}}};
  const RowTexts rows = run(call({"a"}), {"1", "2"});
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0], rows[1]);
  EXPECT_NE(rows[0].substr(2), rows[2].substr(2));
}

/// One row of the left that binds ?a to a blank node of ours.
class OneBlankNode final : public Operator {
 public:
  explicit OneBlankNode(QueryContext& context) : context_(context) {}
  bool next(Batch& batch) override {
    batch.reset(1);
    if (std::exchange(is_done_, true)) {
      return false;
    }
    batch.columns[0] = {context_.fresh_blank_node()};
    batch.row_count = 1;
    return true;
  }

 private:
  QueryContext& context_;
  bool is_done_ = false;
};

TEST_F(ServiceCallTest, BlankNodesAreNeverSent) {
  plan::ServiceCall node = call({"a"});
  const auto hopeless = make_service_call(node, std::make_unique<OneBlankNode>(context_), context_);
  EXPECT_THAT(texts(*hopeless, context_), IsEmpty());
  EXPECT_THAT(client_.asked, IsEmpty()) << "no solution there can have a blank node of ours";

  node.is_certain = {false, true};  // A solution may leave ?a unbound.
  client_.answers = {{{"a", "b"}, {{std::nullopt, integer(10)}, {integer(1), integer(11)}}}};
  const auto asked = make_service_call(node, std::make_unique<OneBlankNode>(context_), context_);
  EXPECT_THAT(texts(*asked, context_), ElementsAre(testing::EndsWith(" 10")));
  EXPECT_THAT(client_.asked, ElementsAre("http://e SELECT * WHERE { ?a <p> ?b }"));
}

TEST_F(ServiceCallTest, TheEndpointMayBeAVariable) {
  plan::ServiceCall node = call({"a"});
  node.endpoint = std::size_t{0};
  EXPECT_THAT(failure(node, {"_"}), HasSubstr("?a: a solution does not bind it"));
  EXPECT_THAT(failure(node, {"1"}), HasSubstr("is no IRI"));
  node.is_silent = true;
  EXPECT_THAT(run(node, {"1"}), ElementsAre("1 _"));
  EXPECT_THAT(client_.asked, IsEmpty());
}

}  // namespace
}  // namespace whence::exec
