#include "cli/program.h"

int main(int argc, char** argv) { return whence::cli::run_program(argc, argv); }
