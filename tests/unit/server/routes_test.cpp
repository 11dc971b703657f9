// Requests and what becomes of them, from the target to the protocol's parameters.
#include "server/routes.h"

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <gtest/gtest.h>

#include "server/http_error.h"

namespace whence::server {
namespace {

constexpr std::string_view kOwn = "127.0.0.1:7575";
const std::string kForm = "application/x-www-form-urlencoded";

Request get(std::string target, std::string method = "GET") {
  return {.method = std::move(method),
          .version = 11,
          .target = std::move(target),
          .fields = {{"Host", "example.org"}},
          .body = {}};
}

Request post(std::string target, std::string type, std::string body) {
  Request request = get(std::move(target), "POST");
  if (!type.empty()) {
    request.fields.push_back({"Content-Type", std::move(type)});
  }
  request.body = std::move(body);
  return request;
}

TEST(Route, FindsTheDatasetOfTheClient) {
  const Request requests[] = {
      get("/sparql?query=ASK&default-graph-uri=http://a/&default-graph-uri=http://b/"
          "&named-graph-uri=http://c/&describe=symmetric"),
      post("/sparql", kForm,
           "query=ASK&default-graph-uri=http://a/&default-graph-uri=http://b/"
           "&named-graph-uri=http://c/&describe=symmetric"),
      post("/sparql?default-graph-uri=http://a/&default-graph-uri=http://b/"
           "&named-graph-uri=http://c/&describe=symmetric",
           "application/sparql-query", "ASK"),
  };
  for (const Request& request : requests) {
    const Action action = route(request, kOwn);
    const auto& query = std::get<QueryRequest>(action);
    EXPECT_EQ(query.default_graphs, (std::vector<std::string>{"http://a/", "http://b/"}));
    EXPECT_EQ(query.named_graphs, std::vector<std::string>{"http://c/"});
    EXPECT_EQ(query.description, exec::DescriptionKind::kSymmetric);
  }
}

TEST(Route, FindsTheQueryInAllItsForms) {
  const struct {
    Request request;
    std::string text;
    bool can_be_page;
  } cases[] = {
      {get("/sparql?query=ASK+%7B%7D"), "ASK {}", true},
      {get("/query?query=ASK%20%7B%7D&x=y"), "ASK {}", true},
      {get("/%73parql?query=ASK"), "ASK", true},
      {get("http://elsewhere.example/sparql?query=ASK"), "ASK", true},
      {get("/sparql?query=ASK", "HEAD"), "ASK", true},
      {get("/sparql?query="), "", true},
      {get("/sparql?query=ASK&default-graph-uri="), "ASK", true},
      {post("/sparql", kForm, "query=ASK+%7B%7D"), "ASK {}", false},
      {post("/sparql", kForm + "; charset=UTF-8", "a=b&query=ASK"), "ASK", false},
      {post("/sparql?format=csv", "application/sparql-query", "ASK + {}"), "ASK + {}", false},
      {post("/sparql", "application/sparql-query;charset=utf-8", "ASK"), "ASK", false},
  };
  for (const auto& [request, text, can_be_page] : cases) {
    const Action action = route(request, kOwn);
    const auto* query = std::get_if<QueryRequest>(&action);
    ASSERT_NE(query, nullptr) << request.target;
    EXPECT_EQ(query->text, text) << request.target;
    EXPECT_EQ(query->can_be_page, can_be_page) << request.target;
  }
}

TEST(Route, RefusesWithItsOwnStatus) {
  Request encoded = post("/sparql", kForm, "query=ASK");
  encoded.fields.push_back({"Content-Encoding", "gzip"});
  Request no_host = get("/");
  no_host.fields.clear();
  Request two_hosts = get("/");
  two_hosts.fields.push_back({"host", "b.example"});
  Request bad_host = get("/");
  bad_host.fields = {{"Host", "a\"><script>"}};
  const struct {
    std::string name;
    Request request;
    Status status;
  } cases[] = {
      {"two queries", get("/sparql?query=ASK&query=ASK"), Status::kBadRequest},
      {"two queries, form and URL", post("/sparql?query=ASK", kForm, "query=ASK"),
       Status::kBadRequest},
      {"two queries, body and URL", post("/sparql?query=ASK", "application/sparql-query", "ASK"),
       Status::kBadRequest},
      {"no query in a form", post("/sparql", kForm, "format=json"), Status::kBadRequest},
      {"bad escape", get("/sparql?query=%zz"), Status::kBadRequest},
      {"bad escape in the path", get("/%zz"), Status::kBadRequest},
      {"not UTF-8", get("/sparql?query=%FF"), Status::kBadRequest},
      {"a body that is not UTF-8", post("/sparql", "application/sparql-query", "ASK \xFF"),
       Status::kBadRequest},
      {"no Host", no_host, Status::kBadRequest},
      {"two Hosts", two_hosts, Status::kBadRequest},
      {"Host with markup", bad_host, Status::kBadRequest},
      {"no path", get("sparql"), Status::kBadRequest},
      {"default graph", get("/sparql?query=ASK&default-graph-uri=a"), Status::kBadRequest},
      {"named graph", post("/sparql", kForm, "query=ASK&named-graph-uri=http://a/%3E"),
       Status::kBadRequest},
      {"description", get("/sparql?query=ASK&describe=all"), Status::kBadRequest},
      {"update as a form", post("/sparql", kForm, "update=CLEAR+ALL"), Status::kForbidden},
      {"update as a body", post("/sparql", "application/sparql-update", "CLEAR ALL"),
       Status::kForbidden},
      {"update by GET", get("/sparql?update=CLEAR+ALL"), Status::kForbidden},
      {"update's own path", post("/update", "application/sparql-update", "CLEAR ALL"),
       Status::kForbidden},
      {"no content type", post("/sparql", "", "ASK"), Status::kUnsupportedMediaType},
      {"wrong content type", post("/sparql", "text/plain", "ASK"), Status::kUnsupportedMediaType},
      {"wrong charset", post("/sparql", "application/sparql-query; charset=latin1", "ASK"),
       Status::kUnsupportedMediaType},
      {"compressed body", encoded, Status::kUnsupportedMediaType},
      {"unknown path", get("/nowhere"), Status::kNotFound},
      {"graph store", get("/store"), Status::kNotFound},
      {"path with a slash", get("/sparql/"), Status::kNotFound},
      {"path of two", get("//sparql"), Status::kNotFound},
      {"PUT", get("/sparql", "PUT"), Status::kMethodNotAllowed},
      {"methods have a case", get("/sparql", "get"), Status::kMethodNotAllowed},
      {"POST to the page", post("/", kForm, ""), Status::kMethodNotAllowed},
      {"update by GET at its own path", get("/update"), Status::kMethodNotAllowed},
  };
  for (const auto& [name, request, status] : cases) {
    try {
      (void)route(request, kOwn);
      ADD_FAILURE() << name;
    } catch (const HttpError& error) {
      EXPECT_EQ(error.status(), status) << name << ": " << error.what();
    }
  }
}

TEST(Route, SaysWhichMethodsThereAre) {
  try {
    (void)route(get("/health", "DELETE"), kOwn);
    ADD_FAILURE();
  } catch (const HttpError& error) {
    EXPECT_EQ(error.fields(), (std::vector<HeaderField>{{"Allow", "GET, HEAD, OPTIONS"}}));
  }
}

TEST(Route, KnowsItsAddressAsTheClientSeesIt) {
  Request own = get("/sparql");
  own.fields.clear();
  own.version = 10;
  const struct {
    Request request;
    std::string endpoint;
  } cases[] = {
      {get("/sparql"), "http://example.org/sparql"},
      {get("/query?format=nt"), "http://example.org/query"},
      {get("http://other.example:81/sparql"), "http://other.example:81/sparql"},
      {own, "http://127.0.0.1:7575/sparql"},
  };
  for (const auto& [request, endpoint] : cases) {
    const Action action = route(request, kOwn);
    const auto* description = std::get_if<DescriptionRequest>(&action);
    ASSERT_NE(description, nullptr) << request.target;
    EXPECT_EQ(description->endpoint, endpoint);
  }
}

TEST(Route, CollectsEveryWayToNameAFormat) {
  Request request = get("/sparql?query=ASK&results=xml&output=csv&format=json");
  request.fields.push_back({"accept", "text/csv"});
  request.fields.push_back({"Accept", "text/html"});
  const Action action = route(request, kOwn);
  const FormatWish& wish = std::get<QueryRequest>(action).wish;
  EXPECT_EQ(wish.names, (std::vector<std::string>{"json", "csv", "xml"}));
  EXPECT_EQ(wish.accept, "text/csv, text/html");
}

TEST(Route, AnswersOptionsWithMethods) {
  for (const std::string target : {"/sparql", "*"}) {
    const Action action = route(get(target, "OPTIONS"), kOwn);
    const auto& response = std::get<Response>(action);
    EXPECT_EQ(response.status, Status::kNoContent);
    EXPECT_EQ(response.fields.front(), (HeaderField{"Allow", "GET, HEAD, POST, OPTIONS"}));
  }
}

TEST(Route, ThePageLetsNothingRunButItself) {
  const Action action = route(get("/"), kOwn);
  const auto& page = std::get<Response>(action);
  EXPECT_EQ(page.content_type, "text/html; charset=utf-8");
  EXPECT_NE(page.fields.front().value.find("default-src 'none'; script-src 'sha256-"),
            std::string::npos);
  // Nothing is fetched from anywhere: the only addresses are names that the script compares with.
  EXPECT_EQ(page.body.find("src="), std::string::npos);
  EXPECT_EQ(page.body.find("@import"), std::string::npos);
  EXPECT_EQ(page.body.find("innerHTML"), std::string::npos);
}

TEST(ErrorResponse, IsOneLineWithThePosition) {
  const Response response =
      error_response(Error(ErrorCode::kSyntax, "expected 'a'\r\nX: y", Position{1, 14}));
  EXPECT_EQ(response.status, Status::kBadRequest);
  EXPECT_EQ(response.body, "1:14: error: expected 'a'  X: y\n");
}

}  // namespace
}  // namespace whence::server
