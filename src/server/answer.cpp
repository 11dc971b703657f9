#include "server/answer.h"

#include <cstddef>
#include <exception>
#include <new>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include "io/byte_sink.h"
#include "server/answer_format.h"
#include "server/http_error.h"
#include "server/page.h"
#include "server/service_description.h"

namespace whence::server {
namespace {

/// An answer that is no longer than this is sent whole. The writers' first piece is as long where
/// more follows, so waiting for this much delays no row.
constexpr std::size_t kWholeBytesMax = std::size_t{4} << 10U;

Response head_for(const AnswerFormat& format) {
  return {.status = Status::kOk,
          .content_type = content_type_of(format.media_type),
          .fields = {{"Vary", "Accept"}},
          .body = {}};
}

/// Writes into the channel, holding back the first bytes until it is clear that more will follow.
class ChannelSink final : public io::ByteSink {
 public:
  ChannelSink(AnswerChannel& channel, Response head) : channel_(channel), head_(std::move(head)) {}

  void write(std::string_view bytes) override {
    if (!has_begun_) {
      head_.body += bytes;
      if (head_.body.size() < kWholeBytesMax) {
        return;
      }
      has_begun_ = true;
      std::string first = head_.body;
      head_.body.clear();
      channel_.begin(std::move(head_));
      channel_.send_chunk(std::move(first));
    } else {
      channel_.send_chunk(std::string(bytes));
    }
  }

  void finish() {
    if (has_begun_) {
      channel_.finish();
    } else {
      channel_.send_whole(std::move(head_));
    }
  }

  [[nodiscard]] bool has_begun() const { return has_begun_; }

 private:
  AnswerChannel& channel_;
  Response head_;
  bool has_begun_ = false;
};

/// What the client is told of the exception that is being handled.
Response response_to_current_exception() {
  try {
    throw;
  } catch (const HttpError& error) {
    return error_response(error);
  } catch (const Error& error) {
    return error_response(error);
  } catch (const std::bad_alloc&) {
    return plain_text(Status::kInternalServerError, "error: out of memory");
  } catch (const std::exception& error) {
    return plain_text(Status::kInternalServerError,
                      fmt::format("error: internal error: {}", error.what()));
  }
}

void log_line(const ServerOptions& options, const std::string& line) {
  if (options.log) {
    options.log(line);
  }
}

/// Runs `work`, which writes an answer into `channel`, and answers for what it throws.
/// `has_begun` says whether the client has seen the head of another answer by then.
template <typename Work, typename HasBegun>
void answer(const ServerOptions& options, AnswerChannel& channel, Work work, HasBegun has_begun) {
  try {
    work();
  } catch (...) {
    Response response = response_to_current_exception();
    const bool is_wanted = !channel.stop_token().stop_requested();
    if (response.status == Status::kInternalServerError && is_wanted) {
      log_line(options, response.body.substr(0, response.body.size() - 1));
    }
    if (!has_begun()) {
      channel.send_whole(std::move(response));
      return;
    }
    if (is_wanted) {
      log_line(options, "an answer was broken off after its first bytes");
    }
    channel.break_off();
  }
}

}  // namespace

void answer_query(const Database& database, const ServerOptions& options,
                  const QueryRequest& request, AnswerChannel& channel) noexcept {
  std::optional<ChannelSink> sink;
  const auto work = [&] {
    if (channel.stop_token().stop_requested()) {
      throw Error(ErrorCode::kCancelled, "the client went away before its query began");
    }
    Query query =
        database.query(request.text, {.base_iri = request.base_iri,
                                      .timeout = options.query_timeout,
                                      .memory_max = options.query_memory_max,
                                      .stop = channel.stop_token(),
                                      .without_passes = {},
                                      .default_graphs = request.default_graphs,
                                      .named_graphs = request.named_graphs,
                                      .description = request.description,
                                      .description_triples_max = options.description_triples_max,
                                      .service = options.service});
    std::span<const AnswerFormat> formats = query.is_graph() ? graph_formats() : result_formats();
    if (!request.can_be_page) {
      formats = formats.first(formats.size() - 1);
    }
    const AnswerFormat format = choose_format(formats, request.wish);
    if (std::holds_alternative<PageFormat>(format.writer)) {
      Response page = page_response();
      page.fields.push_back({"Vary", "Accept"});
      channel.send_whole(std::move(page));
      return;
    }
    sink.emplace(channel, head_for(format));
    if (const auto* syntax = std::get_if<io::Syntax>(&format.writer)) {
      query.write_graph(*syntax, *sink);
    } else {
      query.write_results(std::get<results::Format>(format.writer), *sink,
                          {.prefixes = database.snapshot()->prefixes()});
    }
    sink->finish();
  };
  answer(options, channel, work, [&] { return sink && sink->has_begun(); });
}

void answer_description(const Database& database, const ServerOptions& options,
                        const DescriptionRequest& request, AnswerChannel& channel) noexcept {
  const auto work = [&] {
    const AnswerFormat format = choose_format(graph_formats(), request.wish);
    Response response = head_for(format);
    if (const auto* syntax = std::get_if<io::Syntax>(&format.writer)) {
      response.body = describe_service(database, request.endpoint, *syntax);
    } else {
      response = page_response();
      response.fields.push_back({"Vary", "Accept"});
    }
    channel.send_whole(std::move(response));
  };
  answer(options, channel, work, [] { return false; });
}

}  // namespace whence::server
