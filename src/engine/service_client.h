// SERVICE over HTTP: a SELECT by the SPARQL 1.1 Protocol (§2.1.2, POST of a form, which every
// endpoint understands), its answer in JSON or XML.
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "engine/service_options.h"
#include "exec/service/service_client.h"
#include "net/http_client.h"

namespace whence {

class HttpServiceClient final : public exec::ServiceClient {
 public:
  /// Null: nothing is allowed.
  explicit HttpServiceClient(std::shared_ptr<const ServiceOptions> options);

  void ask(const std::string& endpoint, const std::string& query, const exec::QueryContext& context,
           exec::ServiceRows& rows) override;
  [[nodiscard]] std::size_t rows_per_request() const override { return options_->rows_per_request; }

 private:
  std::shared_ptr<const ServiceOptions> options_;
  net::HttpClient client_;
};

}  // namespace whence
