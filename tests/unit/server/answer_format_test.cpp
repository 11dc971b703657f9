#include "server/answer_format.h"

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "server/http_error.h"

namespace whence::server {
namespace {

struct Case {
  std::vector<std::string> names;
  std::string accept;
  std::string_view chosen;
};

TEST(ChooseFormat, OfRows) {
  const Case cases[] = {
      {{}, "", "application/sparql-results+json"},
      {{}, "*/*", "application/sparql-results+json"},
      {{}, "application/sparql-results+xml", "application/sparql-results+xml"},
      {{}, "application/json", "application/json"},
      {{}, "application/json, application/sparql-results+json", "application/sparql-results+json"},
      {{}, "text/xml", "text/xml"},
      {{}, "text/html,application/xml;q=0.9,*/*;q=0.8", "text/html"},
      {{}, "text/html, */*", "application/sparql-results+json"},
      {{"csv"}, "application/sparql-results+json", "text/csv"},
      {{"TSV"}, "", "text/tab-separated-values"},
      {{"text/csv"}, "", "text/csv"},
      {{"table"}, "text/html", "text/plain"},
      // Clients send one name for every query.
      {{"turtle"}, "", "application/sparql-results+json"},
      {{"nonsense", "xml"}, "", "application/sparql-results+xml"},
      {{"nonsense"}, "text/csv", "text/csv"},
  };
  for (const auto& [names, accept, chosen] : cases) {
    EXPECT_EQ(choose_format(result_formats(), {names, accept}).media_type, chosen) << accept;
  }
}

TEST(ChooseFormat, OfGraphs) {
  const Case cases[] = {
      {{}, "", "text/turtle"},
      {{}, "*/*", "text/turtle"},
      {{}, "application/n-triples", "application/n-triples"},
      {{}, "application/x-turtle", "application/x-turtle"},
      {{}, "application/trig;q=0.9,application/n-quads", "application/n-quads"},
      {{"nt"}, "text/turtle", "application/n-triples"},
      {{"json"}, "", "text/turtle"},
      {{"xml"}, "", "application/rdf+xml"},
      {{}, "application/rdf+xml", "application/rdf+xml"},
      {{}, "text/html", "text/html"},
  };
  for (const auto& [names, accept, chosen] : cases) {
    EXPECT_EQ(choose_format(graph_formats(), {names, accept}).media_type, chosen) << accept;
  }
}

TEST(ChooseFormat, SaysWhatThereIs) {
  try {
    (void)choose_format(graph_formats(), {{}, "image/png"});
    ADD_FAILURE();
  } catch (const HttpError& error) {
    EXPECT_EQ(error.status(), Status::kNotAcceptable);
    EXPECT_NE(std::string(error.what()).find("application/n-triples"), std::string::npos);
  }
}

TEST(ContentTypeOf, HasACharsetOnTextAlone) {
  EXPECT_EQ(content_type_of("text/turtle"), "text/turtle; charset=utf-8");
  EXPECT_EQ(content_type_of("application/n-triples"), "application/n-triples");
}

}  // namespace
}  // namespace whence::server
