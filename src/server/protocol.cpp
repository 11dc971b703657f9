#include "server/protocol.h"

#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "rdf/iri.h"
#include "server/http_error.h"
#include "server/negotiation.h"
#include "server/url_encoding.h"

namespace whence::server {
namespace {

constexpr std::string_view kFormType = "application/x-www-form-urlencoded";
constexpr std::string_view kQueryType = "application/sparql-query";
constexpr std::string_view kUpdateType = "application/sparql-update";

/// In the order in which they are looked at; SPARQLWrapper sends all three.
constexpr std::array<std::string_view, 3> kFormatParameters = {"format", "output", "results"};

[[noreturn]] void throw_no_updates() {
  throw HttpError(Status::kForbidden,
                  "error: this endpoint answers queries alone; updates are not allowed");
}

FormatWish wish_of(const Request& request, const std::vector<Parameter>& parameters) {
  FormatWish wish{.names = {}, .accept = request.field("Accept")};
  for (const std::string_view name : kFormatParameters) {
    for (const Parameter& parameter : parameters) {
      if (parameter.name == name) {
        wish.names.push_back(parameter.value);
      }
    }
  }
  return wish;
}

void refuse_updates(const std::vector<Parameter>& parameters) {
  for (const Parameter& parameter : parameters) {
    if (parameter.name == "update") {
      throw_no_updates();
    }
  }
}

/// The graphs that the parameters of this name choose. One without a value, which forms send,
/// chooses nothing.
std::vector<std::string> graphs_named_by(std::string_view name,
                                         const std::vector<Parameter>& parameters) {
  std::vector<std::string> graphs;
  for (const Parameter& parameter : parameters) {
    if (parameter.name != name || parameter.value.empty()) {
      continue;
    }
    if (!rdf::is_absolute_iri(parameter.value) || !rdf::has_only_iri_characters(parameter.value)) {
      throw HttpError(Status::kBadRequest,
                      fmt::format("error: the parameter '{}': expected an absolute IRI, found '{}'",
                                  name, parameter.value));
    }
    graphs.push_back(parameter.value);
  }
  return graphs;
}

exec::DescriptionKind description_of(const std::vector<Parameter>& parameters) {
  for (const Parameter& parameter : parameters) {
    if (parameter.name != "describe" || parameter.value.empty()) {
      continue;
    }
    if (const auto kind = exec::description_kind_from_name(parameter.value)) {
      return *kind;
    }
    throw HttpError(Status::kBadRequest,
                    fmt::format("error: the parameter 'describe': expected cbd or symmetric, found "
                                "'{}'",
                                parameter.value));
  }
  return exec::DescriptionKind::kConcise;
}

/// Takes the values of all parameters named "query".
void add_queries(std::vector<Parameter>& parameters, std::vector<std::string>& queries) {
  for (Parameter& parameter : parameters) {
    if (parameter.name == "query") {
      queries.push_back(std::move(parameter.value));
    }
  }
}

[[noreturn]] void throw_unsupported_type(const std::string& found) {
  throw HttpError(
      Status::kUnsupportedMediaType,
      fmt::format("error: expected a body of {} or {}, found {}", kFormType, kQueryType, found),
      {{"Accept", fmt::format("{}, {}", kFormType, kQueryType)}});
}

/// The media type of a body that this endpoint reads.
std::string body_type(const Request& request) {
  if (request.has_field("Content-Encoding") &&
      !equal_ignoring_case(request.field("Content-Encoding"), "identity")) {
    throw_unsupported_type(
        fmt::format("one in the encoding '{}'", request.field("Content-Encoding")));
  }
  if (!request.has_field("Content-Type")) {
    throw_unsupported_type("no Content-Type");
  }
  const std::string field = request.field("Content-Type");
  const auto type = parse_content_type(field);
  if (type && type->media_type == kUpdateType) {
    throw_no_updates();
  }
  if (!type || (type->media_type != kFormType && type->media_type != kQueryType)) {
    throw_unsupported_type(fmt::format("'{}'", field));
  }
  if (!type->charset.empty() && type->charset != "utf-8" && type->charset != "us-ascii") {
    throw_unsupported_type(fmt::format("the charset '{}'", type->charset));
  }
  return type->media_type;
}

}  // namespace

FormatWish parse_wish(const Request& request, const RequestTarget& target) {
  return wish_of(request, parse_form(target.query));
}

std::optional<QueryRequest> parse_query_request(const Request& request,
                                                const RequestTarget& target) {
  const bool is_post = request.method == "POST";
  std::vector<Parameter> parameters = parse_form(target.query);
  std::vector<std::string> queries;
  if (is_post && body_type(request) == kQueryType) {
    require_utf8(request.body, "the query");
    queries.push_back(request.body);
  } else if (is_post) {
    std::vector<Parameter> form = parse_form(request.body);
    parameters.insert(parameters.end(), std::make_move_iterator(form.begin()),
                      std::make_move_iterator(form.end()));
  }
  refuse_updates(parameters);
  add_queries(parameters, queries);
  if (queries.size() > 1) {
    throw HttpError(Status::kBadRequest,
                    fmt::format("error: expected one query, found {}", queries.size()));
  }
  if (queries.empty()) {
    if (is_post) {
      throw HttpError(Status::kBadRequest, "error: expected a parameter 'query', found none");
    }
    return std::nullopt;
  }
  return QueryRequest{.text = std::move(queries.front()),
                      .base_iri = target.url(),
                      .wish = wish_of(request, parameters),
                      .default_graphs = graphs_named_by("default-graph-uri", parameters),
                      .named_graphs = graphs_named_by("named-graph-uri", parameters),
                      .description = description_of(parameters),
                      .can_be_page = !is_post};
}

}  // namespace whence::server
