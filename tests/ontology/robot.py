"""Runs ROBOT, with HermiT, from the archives that script/setup copied. ROBOT chains commands, so that
one start of the virtual machine serves several."""

import subprocess

import ontology

# A short run: the first compiler alone and the simplest collector cost the least processor time.
JAVA = ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx1g"]
MAIN = "org.obolibrary.robot.CommandLineInterface"


def run(*arguments: object) -> subprocess.CompletedProcess:
    """Both outputs, as text. The exit code is not 0 if a command of the chain finds fault."""
    jars = ontology.HERE / "jars"
    if not jars.is_dir():
        raise SystemExit("tests/ontology/jars is missing: run script/setup --tests")
    command = [*JAVA, "-cp", f"{jars}/*", MAIN, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def findings(done: subprocess.CompletedProcess) -> list[str]:
    """What ROBOT complains of, without its advice on how to run it."""
    if done.returncode == 0:
        return []
    lines = [line for line in (done.stdout + done.stderr).splitlines() if line.strip()]
    return [line for line in lines if not line.startswith(("Use the -", "For details see"))][:40]
