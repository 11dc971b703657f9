// Where in a plan an endpoint is asked.
#include "plan/service_source.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "io/byte_source.h"
#include "plan/planner.h"
#include "plan/printer.h"
#include "rdf/error.h"
#include "sparql/parser.h"
#include "store/bulk_loader.h"

namespace whence::plan {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

constexpr std::string_view kData = R"(
<http://e/a> <http://e/p> <http://e/b> . <http://e/a> <http://e/q> "1" .
<http://e/b> <http://e/p> <http://e/c> . <http://e/b> <http://e/q> "2" .
<http://e/g> { <http://e/a> <http://e/p> <http://e/a> }
)";

std::string plan_of(const std::string& text, const std::vector<std::string>& without = {}) {
  io::StringSource source(kData);
  const auto data =
      store::load(std::make_shared<const store::Snapshot>(), {{.source = &source,
                                                               .syntax = io::Syntax::kTriG,
                                                               .base_iri = {},
                                                               .name = "data",
                                                               .graph = {}}});
  const sparql::Query query = sparql::parse_query("PREFIX : <http://e/> " + text);
  return to_string(make_plan(query.pattern, *data, PassSet::without(without)));
}

TEST(ServiceSourceTest, AsksWithWhatThePatternsBind) {
  EXPECT_THAT(plan_of("SELECT * { SERVICE :s { ?x :r ?z } ?x :p ?y . ?x :q ?w }"),
              StartsWith("(project (?x ?z ?y ?w) rows=2\n"
                         "  (service-call <http://e/s> (?x ?z) rows=2\n"
                         "    (merge-join inner on (?x) rows=2"));
}

TEST(ServiceSourceTest, ComesBeforeWhatOnlyItConnects) {
  // Both patterns together would be a product.
  EXPECT_THAT(plan_of("SELECT * { ?x :p ?y . SERVICE :s { ?y :r ?z } ?z :q ?w }"),
              HasSubstr("join inner on"));
}

TEST(ServiceSourceTest, AloneItIsAskedWithoutBindings) {
  EXPECT_EQ(plan_of("SELECT * { SERVICE SILENT :s { ?x :r ?y } }"),
            "(service-call silent <http://e/s> (?x ?y) rows=1000\n  (inline-rows () rows=1))");
}

TEST(ServiceSourceTest, AnOptionalOneIsAskedWithTheLeftSide) {
  EXPECT_THAT(plan_of("SELECT * { ?x :p ?y OPTIONAL { SERVICE :s { ?x :r ?z } } }"),
              HasSubstr("(service-call left <http://e/s> (?x ?z) rows=2\n"));
}

TEST(ServiceSourceTest, AnEndpointsVariableIsBoundBefore) {
  const std::string query = "SELECT * { SERVICE ?s { ?x :r ?z } ?s :p ?y . ?x :q ?w }";
  EXPECT_THAT(plan_of(query), HasSubstr("(service-call [?s] (?x ?z) rows="));
  EXPECT_THAT(plan_of(query, {"order-joins"}), HasSubstr("(service-call [?s] (?x ?z) rows="));
}

TEST(ServiceSourceTest, AnEndpointThatNothingBindsIsAnError) {
  try {
    (void)plan_of("SELECT * { ?x :p ?y . SERVICE ?s { ?x :r ?z } }");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::kUsage);
    EXPECT_TRUE(error.position());
    EXPECT_THAT(error.what(), StartsWith("SERVICE ?s: nothing that it is joined with binds ?s"));
  }
}

TEST(ServiceSourceTest, InsideGraphItIsJoinedWithEveryGraphsName) {
  EXPECT_THAT(plan_of("SELECT * { GRAPH ?g { SERVICE :s { ?x :r ?z } } }"),
              HasSubstr("(graph-names (?.graph0) rows=1)"));
}

}  // namespace
}  // namespace whence::plan
