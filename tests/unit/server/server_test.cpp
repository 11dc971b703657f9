// A server on a free port of this machine, spoken to in bytes.
#include "server/server.h"

#include <algorithm>
#include <atomic>
#include <cctype>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <unistd.h>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "rdf/error.h"
#include "unit/server/http_client.h"

namespace whence::server {
namespace {

/// Percent-encodes everything but letters and digits.
std::string encoded(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    out += std::isalnum(byte) != 0 ? std::string(1, c)
                                   : fmt::format("%{:02X}", static_cast<unsigned>(byte));
  }
  return out;
}

std::string get(std::string_view target, std::string_view fields = {}, int minor_version = 1) {
  return fmt::format("GET {} HTTP/1.{}\r\nHost: test\r\n{}\r\n", target, minor_version, fields);
}

std::string query(std::string_view text, std::string_view fields = {}, int minor_version = 1) {
  return get("/sparql?query=" + encoded(text), fields, minor_version);
}

std::string post(std::string_view type, std::string_view body, std::string_view fields = {}) {
  return fmt::format(
      "POST /sparql HTTP/1.1\r\nHost: test\r\nContent-Type: {}\r\nContent-Length: {}\r\n{}\r\n{}",
      type, body.size(), fields, body);
}

/// Some hundred thousand million rows: never read to the end.
constexpr std::string_view kEndless = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }";
/// As many, without a byte of an answer before the last.
constexpr std::string_view kSilent =
    "SELECT (COUNT(?a) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . "
    "?j ?k ?l FILTER(STR(?a) = STR(?l)) }";

class ServerTest : public ::testing::Test {
 protected:
  ServerTest() {
    const std::string path = ::testing::TempDir() + fmt::format("whence-{}.nt", ::getpid());
    std::ofstream file(path);
    for (int i = 0; i < 600; ++i) {
      file << fmt::format("<http://e/s{}> <http://e/p> \"{}\" .\n", i, i);
    }
    file.close();
    database_.load({{.path = path, .syntax = {}, .base_iri = {}, .graph = {}}});
    std::remove(path.c_str());
  }

  ~ServerTest() override { stop(); }

  void start(ServerOptions options = {}) {
    options.port = 0;
    server_ = std::make_unique<Server>(database_, std::move(options));
    runner_ = std::jthread([this] { server_->run(); });
  }

  void stop() {
    if (server_ && runner_.joinable()) {
      server_->stop();
      runner_.join();
    }
  }

  [[nodiscard]] std::uint16_t port() const { return server_->port(); }

  Database database_;
  std::unique_ptr<Server> server_;
  std::jthread runner_;
};

TEST_F(ServerTest, KeepsAConnectionAndAnswersInOrder) {
  start();
  HttpClient client(port());
  client.send(query("ASK {}") + get("/health") + get("/nope") + "\r\n" +
              post("application/sparql-query", "SELECT (1 AS ?x) {}", "Accept: text/csv\r\n"));
  EXPECT_EQ(client.receive().body, R"({"head":{},"boolean":true})"
                                   "\n");
  EXPECT_EQ(client.receive().body, "ok\n");
  EXPECT_EQ(client.receive().status, 404);
  const Answer csv = client.receive();
  EXPECT_EQ(csv.body, "x\r\n1\r\n");
  EXPECT_EQ(csv.fields.at("content-type"), "text/csv; charset=utf-8");
  EXPECT_EQ(csv.fields.at("vary"), "Accept");
  EXPECT_EQ(csv.fields.at("access-control-allow-origin"), "*");
}

TEST_F(ServerTest, ChunksLongAnswersAndEndsTheConnectionForOldClients) {
  start();
  constexpr std::string_view kAll = "SELECT ?s ?o { ?s ?p ?o }";
  HttpClient chunked(port());
  const Answer whole = chunked.ask(query(kAll, "Accept: text/csv\r\n"));
  EXPECT_EQ(whole.fields.at("transfer-encoding"), "chunked");
  EXPECT_TRUE(whole.is_complete);
  EXPECT_EQ(std::ranges::count(whole.body, '\n'), 601);
  HttpClient old(port());
  const Answer plain = old.ask(query(kAll, "Accept: text/csv\r\nConnection: keep-alive\r\n", 0));
  EXPECT_FALSE(plain.fields.contains("transfer-encoding"));
  EXPECT_EQ(plain.body, whole.body);
}

TEST_F(ServerTest, HeadHasTheHeadersAndNoBody) {
  start();
  HttpClient client(port());
  for (const std::string_view text : {"ASK {}", "SELECT * { ?s ?p ?o . ?a ?b ?c }"}) {
    client.send("HEAD " + query(text).substr(4));
    EXPECT_EQ(client.receive(true).fields.at("content-type"), "application/sparql-results+json");
  }
  EXPECT_EQ(client.ask(get("/health")).body, "ok\n");
}

TEST_F(ServerTest, RefusesWhatIsNotHttp) {
  ServerOptions options;
  options.url_bytes_max = 2000;
  options.header_bytes_max = 3000;
  options.body_bytes_max = 1000;
  start(options);
  const std::string form = "application/x-www-form-urlencoded";
  const struct {
    std::string name;
    std::string bytes;
    int status;
  } cases[] = {
      {"nonsense", "hello\r\n\r\n", 400},
      {"TLS", std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xFC\x03\x03", 11), 400},
      {"NUL in a field", "GET / HTTP/1.1\r\nHost: a\r\nX: a" + std::string(1, '\0') + "b\r\n\r\n",
       400},
      {"no colon", "GET / HTTP/1.1\r\nHost: a\r\nX\r\n\r\n", 400},
      {"space before the colon", "GET / HTTP/1.1\r\nHost : a\r\n\r\n", 400},
      {"two lengths",
       "POST /sparql HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab", 400},
      {"length and chunks",
       "POST /sparql HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: "
       "chunked\r\n\r\n0\r\n\r\n",
       400},
      {"bad chunk", "POST /sparql HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
       400},
      {"HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505},
      {"no Host", "GET / HTTP/1.1\r\n\r\n", 400},
      {"long target", get("/sparql?query=" + std::string(2500, 'x')), 414},
      {"endless target", "GET /" + std::string(100'000, 'x'), 414},
      {"long field", get("/", "X: " + std::string(4000, 'x') + "\r\n"), 431},
      {"endless fields", "GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(100'000, 'x'), 431},
      {"long body", post(form, "query=" + std::string(2000, 'x')), 413},
      {"announced body",
       "POST /sparql HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999\r\n\r\n", 413},
      {"long chunked body",
       "POST /sparql HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n7d0\r\n" +
           std::string(2000, 'x'),
       413},
      {"unknown expectation", get("/", "Expect: miracles\r\n"), 417},
  };
  for (const auto& [name, bytes, status] : cases) {
    HttpClient client(port());
    const Answer answer = client.ask(bytes);
    EXPECT_EQ(answer.status, status) << name;
    EXPECT_EQ(answer.fields.at("content-type"), "text/plain; charset=utf-8") << name;
    EXPECT_EQ(std::ranges::count(answer.body, '\n'), 1) << name;
  }
  HttpClient client(port());
  EXPECT_EQ(client.ask(get("/health")).body, "ok\n");
}

TEST_F(ServerTest, NoInputBecomesAHeader) {
  start();
  HttpClient client(port());
  for (const std::string_view target :
       {"/a%0D%0ASet-Cookie:%20x=y", "/sparql?query=%0D%0ASet-Cookie:%20x=y%0D%0A"}) {
    const Answer answer = client.ask(get(target));
    EXPECT_GE(answer.status, 400);
    EXPECT_FALSE(answer.fields.contains("set-cookie")) << answer.head;
    EXPECT_EQ(std::ranges::count(answer.body, '\n'), 1) << answer.body;
  }
}

TEST_F(ServerTest, TakesChunkedBodiesAndSaysContinue) {
  start();
  HttpClient client(port());
  const std::string head =
      "POST /sparql HTTP/1.1\r\nHost: a\r\nContent-Type: application/sparql-query\r\n";
  EXPECT_EQ(
      client.ask(head + "Transfer-Encoding: chunked\r\n\r\n4\r\nASK \r\n2;x=y\r\n{}\r\n0\r\n\r\n")
          .status,
      200);
  EXPECT_EQ(client.ask(head + "Content-Length: 6\r\nExpect: 100-continue\r\n\r\n").status, 100);
  EXPECT_EQ(client.ask("ASK {}").status, 200);
}

TEST_F(ServerTest, SlowClientsTimeOut) {
  ServerOptions options;
  options.idle_timeout = options.header_timeout = options.body_timeout =
      std::chrono::milliseconds(100);
  start(options);
  HttpClient silent(port());
  EXPECT_TRUE(silent.has_ended());
  HttpClient in_header(port());
  EXPECT_EQ(in_header.ask("GET / HT").status, 408);
  HttpClient in_body(port());
  EXPECT_EQ(in_body.ask(post("application/sparql-query", "ASK {}").substr(0, 100)).status, 408);
}

TEST_F(ServerTest, AClientThatDoesNotReadTimesOut) {
  ServerOptions options;
  options.write_timeout = std::chrono::milliseconds(200);
  options.concurrent_queries_max = 1;
  start(options);
  HttpClient lazy(port());
  lazy.send(query(kEndless));
  // The only thread for queries is free again once the lazy client has been given up.
  HttpClient other(port());
  EXPECT_EQ(other.ask(query("ASK {}")).status, 200);
}

TEST_F(ServerTest, AClientThatGoesAwayEndsItsQuery) {
  ServerOptions options;
  options.concurrent_queries_max = 1;
  options.query_timeout = std::chrono::milliseconds(0);
  start(options);
  for (const std::string_view text : {kEndless, kSilent}) {
    HttpClient client(port());
    client.send(query(text));
    if (text == kEndless) {
      client.receive_some(100'000);
    }
    client.close();
    HttpClient other(port());
    EXPECT_EQ(other.ask(query("ASK {}")).status, 200) << text;
  }
}

TEST_F(ServerTest, TooManyQueriesAreRefused) {
  ServerOptions options;
  options.concurrent_queries_max = 1;
  options.waiting_queries_max = 1;
  options.drain_timeout = std::chrono::milliseconds(100);
  start(options);
  std::vector<std::unique_ptr<HttpClient>> clients;
  Answer answer;
  for (int i = 0; i < 3; ++i) {
    clients.push_back(std::make_unique<HttpClient>(port()));
    clients.back()->send(query(kEndless));
    if (i == 0) {
      clients.back()->receive_some(1);
    } else {
      // Whether the second one waits already is for the third to find out.
      std::this_thread::sleep_for(std::chrono::milliseconds(i == 1 ? 50 : 0));
    }
  }
  answer = clients.back()->receive();
  EXPECT_EQ(answer.status, 503);
  EXPECT_EQ(answer.fields.at("retry-after"), "1");
  HttpClient other(port());
  EXPECT_EQ(other.ask(get("/health")).status, 200);
}

TEST_F(ServerTest, LimitsOfAQueryAreItsErrors) {
  ServerOptions options;
  options.query_timeout = std::chrono::milliseconds(100);
  start(options);
  HttpClient client(port());
  EXPECT_EQ(client.ask(query(kSilent)).status, 500);
  // After the first byte there is no status to be had: the answer breaks off.
  const Answer broken = client.ask(query(kEndless));
  EXPECT_EQ(broken.status, 200);
  EXPECT_FALSE(broken.is_complete);
  EXPECT_TRUE(client.has_ended());
}

TEST_F(ServerTest, SixteenClientsGetTheirOwnAnswers) {
  start();
  std::atomic<int> right = 0;
  {
    std::vector<std::jthread> clients;
    for (int i = 0; i < 16; ++i) {
      clients.emplace_back([&, i] {
        HttpClient client(port());
        for (int n = 0; n < 20; ++n) {
          const auto text = fmt::format("SELECT ?o {{ <http://e/s{}> ?p ?o }}", i * 20 + n);
          const Answer answer = client.ask(query(text, "Accept: text/csv\r\n"));
          right += answer.body == fmt::format("o\r\n{}\r\n", i * 20 + n) ? 1 : 0;
        }
      });
    }
  }
  EXPECT_EQ(right, 16 * 20);
}

TEST_F(ServerTest, StopsWithIdleConnectionsAndRunningQueries) {
  ServerOptions options;
  options.drain_timeout = std::chrono::milliseconds(200);
  start(options);
  HttpClient idle(port());
  EXPECT_EQ(idle.ask(get("/health")).status, 200);
  HttpClient busy(port());
  busy.send(query(kEndless));
  busy.receive_some(1);
  HttpClient silent(port());
  silent.send(query(kSilent));
  HttpClient slow(port());
  slow.send("GET / HT");
  stop();
  EXPECT_TRUE(idle.has_ended());
  EXPECT_THROW(HttpClient{port()}, std::runtime_error);
}

TEST_F(ServerTest, StopsBeforeItRuns) {
  Server server(database_, {.port = 0});
  server.stop();
  server.run();
}

TEST_F(ServerTest, ATakenPortIsAnError) {
  start();
  ServerOptions options;
  options.port = port();
  try {
    const Server second(database_, options);
    ADD_FAILURE();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::kIo);
    EXPECT_EQ(error.what(),
              fmt::format("cannot listen on 127.0.0.1:{}: Address already in use", port()));
  }
}

TEST_F(ServerTest, DescribesItself) {
  start();
  HttpClient client(port());
  const Answer turtle = client.ask(get("/sparql"));
  EXPECT_EQ(turtle.fields.at("content-type"), "text/turtle; charset=utf-8");
  EXPECT_NE(turtle.body.find("sd:endpoint <http://test/sparql>"), std::string::npos);
  EXPECT_NE(turtle.body.find("void:triples 600"), std::string::npos);
  const Answer page = client.ask(get("/sparql", "Accept: text/html,*/*;q=0.8\r\n"));
  EXPECT_EQ(page.fields.at("content-type"), "text/html; charset=utf-8");
  EXPECT_TRUE(page.fields.contains("content-security-policy"));
}

}  // namespace
}  // namespace whence::server
