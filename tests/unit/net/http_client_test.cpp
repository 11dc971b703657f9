// The client against servers that say right things, wrong things and nothing.
#include "net/http_client.h"

#include <array>
#include <chrono>
#include <ostream>
#include <stop_token>
#include <string>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rdf/error.h"
#include "unit/net/scripted_server.h"

namespace whence::net {
namespace {

using testing::HasSubstr;
using namespace std::chrono_literals;

std::string all_of(io::ByteSource& source) {
  std::string text;
  std::array<char, 100> block{};
  for (std::size_t count = 0; (count = source.read(block)) != 0;) {
    text.append(block.data(), count);
  }
  return text;
}

FetchPolicy allowing(const std::string& host) {
  return FetchPolicy({parse_allowed_host(host, "--allow-service")});
}

std::string get(const ScriptedServer& server, const HttpLimits& limits = {},
                const Patience& patience = {}) {
  HttpClient client(allowing(server.place()), limits);
  const auto answer = client.send({.iri = server.iri(), .accept = "text/plain"}, patience);
  return std::to_string(answer->status()) + " " + answer->media_type() + " " + all_of(*answer);
}

/// What ends `work`: its code and message.
template <typename Work>
std::pair<ErrorCode, std::string> failure(Work work) {
  try {
    work();
  } catch (const Error& error) {
    return {error.code(), error.what()};
  }
  ADD_FAILURE() << "nothing was thrown";
  return {};
}

struct Answered {
  std::string name;
  std::string bytes;
  std::string expected;
};
void PrintTo(const Answered& test, std::ostream* out) { *out << test.name; }

class AnswerTest : public testing::TestWithParam<Answered> {};

TEST_P(AnswerTest, IsRead) {
  const ScriptedServer server(GetParam().bytes);
  EXPECT_EQ(get(server), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Http, AnswerTest,
    testing::Values(
        Answered{"length", "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc", "200  abc"},
        Answered{"type",
                 "HTTP/1.1 200 OK\r\nContent-Type: Text/CSV ;x=y\r\nContent-Length: 0\r\n\r\n",
                 "200 text/csv "},
        Answered{"chunks",
                 "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                 "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n",
                 "200  abcde"},
        Answered{"until_the_end", "HTTP/1.0 200 OK\r\n\r\nabc", "200  abc"},
        Answered{"error_with_body", "HTTP/1.1 500 No\r\nContent-Length: 2\r\n\r\nno", "500  no"},
        Answered{
            "interim",
            "HTTP/1.1 103 Early\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\na",
            "200  a"},
        Answered{"no_content", "HTTP/1.1 204 No Content\r\n\r\n", "204  "}),
    [](const auto& test) { return test.param.name; });

struct Broken {
  std::string name;
  std::string bytes;
  ErrorCode code;
  std::string message;
};
void PrintTo(const Broken& test, std::ostream* out) { *out << test.name; }

class BrokenAnswerTest : public testing::TestWithParam<Broken> {};

TEST_P(BrokenAnswerTest, IsAnErrorThatNamesTheAddress) {
  const ScriptedServer server(GetParam().bytes);
  const auto [code, message] =
      failure([&] { (void)get(server, {.header_bytes_max = 1000, .body_bytes_max = 1000}); });
  EXPECT_EQ(code, GetParam().code);
  EXPECT_THAT(message, HasSubstr("<" + server.iri() + ">: " + GetParam().message));
}

INSTANTIATE_TEST_SUITE_P(
    Http, BrokenAnswerTest,
    testing::Values(
        Broken{"nothing", "", ErrorCode::kIo, "it ended the connection without an answer"},
        Broken{"garbage", "SSH-2.0-OpenSSH\r\n\r\n", ErrorCode::kIo, "its answer is not HTTP"},
        Broken{"half_a_head", "HTTP/1.1 200 OK\r\nContent-", ErrorCode::kIo,
               "its answer broke off before its end"},
        Broken{"half_a_body", "HTTP/1.1 200 OK\r\nContent-Length: 30\r\n\r\nabc", ErrorCode::kIo,
               "its answer broke off before its end"},
        Broken{"half_a_chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab",
               ErrorCode::kIo, "its answer broke off before its end"},
        Broken{"no_last_chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n",
               ErrorCode::kIo, "its answer broke off before its end"},
        Broken{"chunk_of_no_size", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n",
               ErrorCode::kIo, "its answer is not HTTP"},
        Broken{"long_head", "HTTP/1.1 200 OK\r\nX: " + std::string(2000, 'x') + "\r\n\r\n",
               ErrorCode::kLimit, "its answer's head has more than 1000 bytes"},
        Broken{"long_body",
               "HTTP/1.1 200 OK\r\nContent-Length: 2000\r\n\r\n" + std::string(2000, 'x'),
               ErrorCode::kLimit, "its answer has more than 1000 bytes"},
        Broken{"long_body_without_length", "HTTP/1.1 200 OK\r\n\r\n" + std::string(2000, 'x'),
               ErrorCode::kLimit, "its answer has more than 1000 bytes"},
        Broken{"compressed",
               "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 1\r\n\r\nx",
               ErrorCode::kIo, "its answer is in the coding 'gzip', which it was not asked for"},
        Broken{"endless_interim",
               [] {
                 std::string text;
                 for (int i = 0; i < 20; ++i) {
                   text += "HTTP/1.1 100 Continue\r\n\r\n";
                 }
                 return text;
               }(),
               ErrorCode::kIo, "it goes on giving interim answers"},
        Broken{"redirect_to_nowhere", "HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n",
               ErrorCode::kIo, "it answers 302 and does not say where to go"}),
    [](const auto& test) { return test.param.name; });

TEST(HttpClientTest, AsksForWhatIsWanted) {
  const ScriptedServer server("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
  HttpClient client(allowing(server.place()), {});
  (void)client.send({.iri = server.iri("/a?b"), .accept = "text/csv"}, {});
  (void)client.send({.iri = server.iri(),
                     .accept = "text/csv",
                     .content_type = "application/sparql-query",
                     .body = "ASK {}"},
                    {});
  ASSERT_EQ(server.requests().size(), 2U);
  EXPECT_EQ(server.requests()[0],
            "GET /a?b HTTP/1.1\r\nHost: " + server.place() +
                "\r\nUser-Agent: whence\r\nAccept: text/csv\r\nAccept-Encoding: identity\r\n"
                "Connection: close\r\n\r\n");
  EXPECT_EQ(server.requests()[1],
            "POST /sparql HTTP/1.1\r\nHost: " + server.place() +
                "\r\nUser-Agent: whence\r\nAccept: text/csv\r\nAccept-Encoding: identity\r\n"
                "Connection: close\r\nContent-Type: application/sparql-query\r\n"
                "Content-Length: 6\r\n\r\nASK {}");
}

TEST(HttpClientTest, NothingIsAskedThatIsNotAllowed) {
  const ScriptedServer server("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
  HttpClient nobody({}, {});
  HttpClient everybody(allowing("*"), {});
  const HttpRequest request{.iri = server.iri(), .accept = "*/*"};
  EXPECT_THAT(failure([&] { (void)nobody.send(request, {}); }).second,
              HasSubstr("with --allow-service " + server.place()));
  EXPECT_THAT(failure([&] { (void)everybody.send(request, {}); }).second,
              HasSubstr("its host has a loopback address"));
  EXPECT_TRUE(server.requests().empty());
}

struct Loopback {
  std::string name;
  std::string host;
};
void PrintTo(const Loopback& test, std::ostream* out) { *out << test.host; }

/// Names and spellings of this machine, judged when they are resolved.
class LoopbackNameTest : public testing::TestWithParam<Loopback> {};

TEST_P(LoopbackNameTest, IsNoPublicHost) {
  HttpClient client(allowing("*"), {});
  const auto [code, message] = failure([&] {
    (void)client.send({.iri = "http://" + GetParam().host + ":1/", .accept = "*/*"}, {});
  });
  EXPECT_EQ(code, ErrorCode::kUsage);
  EXPECT_THAT(message, HasSubstr("'*' stands for public ones alone"));
}

INSTANTIATE_TEST_SUITE_P(
    Names, LoopbackNameTest,
    testing::Values(Loopback{"name", "localhost"}, Loopback{"one_number", "2130706433"},
                    Loopback{"short_form", "127.1"}, Loopback{"hexadecimal", "0x7f.0.0.1"},
                    Loopback{"zero", "0"}, Loopback{"mapped", "[::ffff:127.0.0.1]"},
                    Loopback{"metadata_service", "169.254.169.254"}),
    [](const auto& test) { return test.param.name; });

std::string redirect(std::string_view status, std::string_view location) {
  return "HTTP/1.1 " + std::string(status) + "\r\nLocation: " + std::string(location) +
         "\r\nContent-Length: 0\r\n\r\n";
}

struct Method {
  std::string status;
  std::string method;  ///< Of the second request.
};
void PrintTo(const Method& test, std::ostream* out) { *out << test.status; }

class RedirectTest : public testing::TestWithParam<Method> {};

TEST_P(RedirectTest, GoesOnWithTheMethod) {
  const ScriptedServer last("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
  const ScriptedServer first(redirect(GetParam().status + " Moved", last.iri("/there")));
  HttpClient client(allowing("127.0.0.1"), {});
  const auto answer = client.send(
      {.iri = first.iri(), .accept = "*/*", .content_type = "text/plain", .body = "question"}, {});
  EXPECT_EQ(all_of(*answer), "ok");
  EXPECT_EQ(answer->address(), last.iri("/there"));
  ASSERT_EQ(last.requests().size(), 1U);
  EXPECT_TRUE(last.requests()[0].starts_with(GetParam().method + " /there")) << last.requests()[0];
  EXPECT_EQ(last.requests()[0].ends_with("question"), GetParam().method == "POST");
}

INSTANTIATE_TEST_SUITE_P(Statuses, RedirectTest,
                         testing::Values(Method{"301", "POST"}, Method{"302", "POST"},
                                         Method{"303", "GET"}, Method{"307", "POST"},
                                         Method{"308", "POST"}),
                         [](const auto& test) { return "status_" + test.param.status; });

TEST(HttpClientTest, ARedirectMayBeRelative) {
  int count = 0;
  const ScriptedServer server([&](const ScriptedConnection& connection) {
    connection.send(++count == 1 ? redirect("307 Moved", "other?x")
                                 : "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\na");
  });
  EXPECT_EQ(get(server), "200  a");
  EXPECT_TRUE(server.requests()[1].starts_with("GET /other?x "));
}

struct Forbidden {
  std::string name;
  std::string location;
  std::string message;
};
void PrintTo(const Forbidden& test, std::ostream* out) { *out << test.location; }

class ForbiddenRedirectTest : public testing::TestWithParam<Forbidden> {};

/// The first host is allowed by its name, and all public ones: no redirect leads elsewhere.
TEST_P(ForbiddenRedirectTest, IsNotFollowed) {
  const ScriptedServer server(redirect("302 Found", GetParam().location));
  HttpClient client(
      FetchPolicy({parse_allowed_host(server.place(), ""), parse_allowed_host("*", "")}), {});
  const auto [code, message] =
      failure([&] { (void)client.send({.iri = server.iri(), .accept = "*/*"}, {}); });
  EXPECT_EQ(code, ErrorCode::kUsage);
  EXPECT_THAT(message, HasSubstr(GetParam().message));
}

INSTANTIATE_TEST_SUITE_P(
    Locations, ForbiddenRedirectTest,
    testing::Values(Forbidden{"loopback", "http://127.0.0.1:1/", "a loopback address"},
                    Forbidden{"name", "http://localhost:1/", "a loopback address"},
                    Forbidden{"metadata", "http://169.254.169.254/latest", "a link-local address"},
                    Forbidden{"private_address", "http://10.0.0.1/", "a private address"},
                    Forbidden{"ipv6", "http://[::1]:1/", "a loopback address"},
                    Forbidden{"file", "file:///etc/passwd", "expected the scheme http or https"},
                    Forbidden{"user", "http://a@example.org/", "a user's name or password"}),
    [](const auto& test) { return test.param.name; });

TEST(HttpClientTest, RedirectsEnd) {
  const ScriptedServer server(redirect("302 Found", "/sparql"));
  const auto [code, message] = failure([&] { (void)get(server, {.redirects_max = 3}); });
  EXPECT_EQ(code, ErrorCode::kLimit);
  EXPECT_THAT(message, HasSubstr("it leads on more than 3 times"));
  EXPECT_EQ(server.requests().size(), 4U);
}

TEST(HttpClientTest, SilenceEnds) {
  const ScriptedServer server([](const ScriptedConnection& connection) {
    connection.send("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\na");
    connection.wait_for_its_end();
  });
  const auto [code, message] = failure([&] { (void)get(server, {.idle_timeout = 50ms}); });
  EXPECT_EQ(code, ErrorCode::kIo);
  EXPECT_THAT(message, HasSubstr("nothing came for 50 ms"));
}

TEST(HttpClientTest, TheWholeHasADeadlineHoweverSteadilyItComes) {
  const ScriptedServer server([](const ScriptedConnection& connection) {
    connection.send("HTTP/1.1 200 OK\r\n\r\n");
    while (connection.send("x")) {
      std::this_thread::sleep_for(5ms);
    }
  });
  const auto [code, message] = failure(
      [&] { (void)get(server, {}, {.deadline = std::chrono::steady_clock::now() + 100ms}); });
  EXPECT_EQ(code, ErrorCode::kTimeout);
}

TEST(HttpClientTest, WaitingCanBeStopped) {
  std::stop_source stop;
  const ScriptedServer server([&](const ScriptedConnection& connection) {
    stop.request_stop();
    connection.wait_for_its_end();
  });
  const auto [code, message] = failure([&] { (void)get(server, {}, {.stop = stop.get_token()}); });
  EXPECT_EQ(code, ErrorCode::kCancelled);
}

TEST(HttpClientTest, SaysThatNobodyListens) {
  std::string iri;
  std::string place;
  {
    const ScriptedServer server("");
    iri = server.iri();
    place = server.place();
  }
  HttpClient client(allowing(place), {});
  const auto [code, message] =
      failure([&] { (void)client.send({.iri = iri, .accept = "*/*"}, {}); });
  EXPECT_EQ(code, ErrorCode::kIo);
  EXPECT_THAT(message, HasSubstr("<" + iri + ">: cannot connect: Connection refused"));
}

TEST(HttpClientTest, SaysThatAHostIsNotThere) {
  HttpClient client(allowing("nobody.invalid"), {});
  const auto [code, message] =
      failure([&] { (void)client.send({.iri = "http://nobody.invalid/", .accept = "*/*"}, {}); });
  EXPECT_EQ(code, ErrorCode::kIo);
  EXPECT_THAT(message, HasSubstr("the host 'nobody.invalid' is not found"));
}

TEST(HttpClientTest, WhatDoesNotSpeakTlsIsNotTrusted) {
  const ScriptedServer server("HTTP/1.1 400 Bad Request\r\n\r\n");
  HttpClient client(allowing(server.place()), {});
  const auto [code, message] = failure(
      [&] { (void)client.send({.iri = "https://" + server.place() + "/", .accept = "*/*"}, {}); });
  EXPECT_EQ(code, ErrorCode::kIo);
  EXPECT_THAT(message, HasSubstr("no secure connection"));
}

}  // namespace
}  // namespace whence::net
