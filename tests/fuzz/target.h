// What a fuzz target is: run() takes any bytes and returns, or ends the program by require(), a
// sanitizer or an exception that it lets out. Each target is a program of its own, made of one
// file with run() and either libFuzzer (script/fuzz) or replay.cpp.
#pragma once

#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>

namespace whence::fuzz {

void run(std::string_view text);

/// Ends the program unless `holds`.
inline void require(bool holds, std::string_view what) {
  if (!holds) {
    std::cerr << "fuzz: " << what << '\n';
    std::abort();
  }
}

}  // namespace whence::fuzz
