package dev.drydock.written;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.golden.MemoryWorkspace;
import dev.drydock.knowledge.Knowledge;
import dev.drydock.model.BuildStage;
import dev.drydock.project.FileKind;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.project.Workspace;
import dev.drydock.text.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WrittenPathsTest {
    private static final Knowledge KNOWLEDGE = Knowledge.packaged();
    private static final String DOCKERFILE = "FROM python:3.12\nWORKDIR /app\nENV UPLOAD_DIR=/uploads\nCOPY . .\n";

    private static Arguments source(String file, String text, String... expected) {
        return Arguments.of(file, text, List.of(expected));
    }

    static Stream<Arguments> sources() {
        return Stream.of(
                // JavaScript
                source("a.js", "fs.mkdirSync('/data/uploads', {recursive: true})", "/data/uploads FOLDER CERTAIN"),
                source(
                        "a.js",
                        "const file = process.env.DB || '/etc/todos/todo.db';\nfs.mkdirSync(path.dirname(file))",
                        "/etc/todos FOLDER CERTAIN"),
                source(
                        "a.js",
                        "const d = process.env.DB ?? '/etc/todos/todo.db'\nnew sqlite3.Database(d)",
                        "/etc/todos/todo.db DATABASE CERTAIN"),
                source("a.js", "new sqlite3.Database('/etc/x/t.db')", "/etc/x/t.db DATABASE CERTAIN"),
                source("a.js", "const s = fs.createWriteStream('/var/data/x')", "/var/data/x FILE CERTAIN"),
                source(
                        "a.js",
                        "fs.promises.writeFile(path.join('/var/data', id + '.json'), x)",
                        "/var/data FOLDER CERTAIN"),
                source("a.js", "fs.writeFile(`/var/data/${id}.json`, x)", "/var/data FOLDER CERTAIN"),
                source("a.js", "const dir = '/state'\nfs.writeFile(`${dir}/x.json`, x)", "/state/x.json FILE CERTAIN"),
                source(
                        "a.js",
                        "fs.writeFileSync(path.join(__dirname, 'out', 'x.txt'), '')",
                        "/app/out/x.txt FILE CERTAIN"),
                source(
                        "src/a.js",
                        "fs.writeFileSync(path.resolve(__dirname, '../out.txt'), '')",
                        "/app/out.txt FILE CERTAIN"),
                source(
                        "a.js",
                        "function ensure(dir) { fs.mkdirSync(dir) }\nensure('/records')",
                        "/records FOLDER CERTAIN"),
                source(
                        "a.js",
                        "const ensure = (dir) => { fs.mkdirSync(dir) }\nensure('/records')",
                        "/records FOLDER CERTAIN"),
                source(
                        "a.ts",
                        "export const dataDir: string = '/records'; await mkdir(dataDir)",
                        "/records FOLDER CERTAIN"),
                source(
                        "a.js",
                        "l = w.createLogger({transports:[new w.transports.File({filename:'/var/log/app/combined.log'})]})",
                        "/var/log/app/combined.log FILE LIKELY"),
                source("a.js", "multer({ dest: '/uploads/' })", "/uploads FOLDER LIKELY"),
                source(
                        "a.js",
                        "app.get('/data', h); app.use('/uploads', x); fetch('/data/items'); router.post('/logs', h)"),
                source("a.js", "// fs.mkdirSync('/data')\n/* fs.mkdirSync('/data') */ const re = /'\\/data/; x('a')"),
                source("a.js", "fs.readFileSync('/etc/app/config.json'); fs.readFileSync('/var/lib/app/seed.json')"),
                source(
                        "a.js",
                        "spawn('/usr/bin/git'); const TMP_DIR = '/tmp/x'; fs.existsSync('/proc/self')",
                        "/tmp/x UNCLEAR LIKELY"),
                source("a.jsx", "<p>don't</p>\nfs.mkdirSync('/data')", "/data FOLDER CERTAIN"),
                source("a.js", "const url = '/static/'; const STATIC_URL = '/static/'; const uploadPath = '/upload'"),
                source(
                        "a.js",
                        "fs.mkdirSync(process.env.UPLOAD_DIR || './x')",
                        "/uploads FOLDER CERTAIN",
                        "/app/x FOLDER CERTAIN"),
                source("a.js", "const p = path.join(os.homedir(), '.tool'); fs.mkdirSync(p)", "~/.tool FOLDER CERTAIN"),
                // Python
                source(
                        "a.py",
                        "DATA = \"/data\"\nos.makedirs(DATA, exist_ok=True)\nopen(os.path.join(DATA, 'hits.json'), 'a')",
                        "/data FOLDER CERTAIN",
                        "/data/hits.json FILE CERTAIN"),
                source(
                        "a.py",
                        "BASE = Path('/srv') / 'uploads'\nBASE.mkdir(exist_ok=True)",
                        "/srv/uploads FOLDER CERTAIN"),
                source("a.py", "open('/var/lib/x/state')\nopen('/var/lib/x/seed', 'r')"),
                source("a.py", "with open(f'/var/lib/x/{name}.json', 'w') as f: pass", "/var/lib/x FOLDER CERTAIN"),
                source(
                        "a.py",
                        "DIR = os.environ.get('CACHE', '/var/cache/x')\nopen(DIR + '/a', mode='wb')",
                        "/var/cache/x UNCLEAR LIKELY",
                        "/var/cache/x/a FILE CERTAIN"),
                source("a.py", "os.makedirs(os.environ[\"UPLOAD_DIR\"], exist_ok=True)", "/uploads FOLDER CERTAIN"),
                source("a.py", "def main(path='/records'):\n    Path(path).write_text('x')", "/records FILE CERTAIN"),
                source("a.py", "logging.basicConfig(filename='/var/log/app.log')", "/var/log/app.log FILE LIKELY"),
                source("a.py", "engine = create_engine('sqlite:////data/app.db')", "/data/app.db DATABASE CERTAIN"),
                source(
                        "a.py",
                        "engine = create_engine('sqlite:///app.db')\nx = 'sqlite:///:memory:'",
                        "/app/app.db DATABASE CERTAIN"),
                source(
                        "a.py",
                        "BASE_DIR = Path(__file__).resolve().parent.parent\nD = {'NAME': BASE_DIR / 'db.sqlite3'}\nsqlite3.connect(BASE_DIR / 'x.db')",
                        "/db.sqlite3 DATABASE LIKELY",
                        "/x.db DATABASE CERTAIN"),
                source(
                        "p/settings.py",
                        "STATIC_ROOT = '/var/www/static'\nMEDIA_ROOT = '/srv/media'\nDATABASES = {'default': {'NAME': '/var/lib/p/db.sqlite3'}}",
                        "/srv/media UNCLEAR LIKELY",
                        "/var/lib/p/db.sqlite3 DATABASE LIKELY",
                        "/var/www/static UNCLEAR LIKELY"),
                source(
                        "a.py",
                        "open(os.path.expanduser('~/.service-history'), 'a')",
                        "~/.service-history FILE CERTAIN"),
                source("a.py", "\"\"\"\nopen('/data/x', 'w')\n\"\"\"\n# open('/data/x', 'w')"),
                source(
                        "a.py",
                        "p.add_argument('--out-dir', default='/results')\nos.makedirs(args.out_dir)",
                        "/results FOLDER CERTAIN"),
                source("urls.py", "urlpatterns = [path('/data/', v), re_path('/uploads', v)]\nSTATIC_URL = '/static/'"),
                // Java and Kotlin
                source("A.java", "Files.createDirectories(Path.of(\"/data/in\"));", "/data/in FOLDER CERTAIN"),
                source(
                        "A.java",
                        "private static final String LOG = \"/records/x.txt\"; void a() { new FileWriter(LOG, true); }",
                        "/records/x.txt FILE CERTAIN"),
                source(
                        "A.java",
                        "@Value(\"${upload.dir:/uploads}\") private String uploadDir; void a() { new File(uploadDir).mkdirs(); }",
                        "/uploads FOLDER CERTAIN"),
                source(
                        "A.java",
                        "new File(\"/records\", \"a.txt\").createNewFile(); char c = '\"';",
                        "/records/a.txt FILE CERTAIN"),
                source("A.java", "Files.readString(Path.of(\"/etc/app/x\")); @GetMapping(\"/data/files\") int a;"),
                source(
                        "A.kt",
                        "val dir = System.getenv(\"OUT\") ?: \"/records\"\nFile(dir).mkdirs()\nFile(\"$dir/x\").writeText(\"\")",
                        "/records FOLDER CERTAIN",
                        "/records/x FILE CERTAIN"),
                // Go
                source("main.go", "os.WriteFile(\"/state\", nil, 0o644)", "/state FILE CERTAIN"),
                source(
                        "main.go",
                        "dir := os.Getenv(\"UPLOAD_DIR\")\nos.MkdirAll(filepath.Join(dir, \"a\"), 0755)",
                        "/uploads/a FOLDER CERTAIN"),
                source(
                        "main.go",
                        "f, err := os.OpenFile(`/records/x`, os.O_CREATE|os.O_WRONLY, 0644)\nos.Open(\"/records/y\")",
                        "/records/x FILE CERTAIN"),
                source(
                        "main.go",
                        "p := flag.String(\"db\", \"/records/x.db\", \"where\")\nbolt.Open(*p, 0600, nil)",
                        "/records/x.db DATABASE CERTAIN"),
                source(
                        "main.go",
                        "os.Create(fmt.Sprintf(\"/records/%s.txt\", id))\nhttp.HandleFunc(\"/data/x\", h)",
                        "/records FOLDER CERTAIN"),
                source(
                        "main.go",
                        "db, err := sql.Open(\"sqlite3\", \"/records/x.db\")",
                        "/records/x.db DATABASE CERTAIN"),
                // Ruby, PHP
                source(
                        "a.rb",
                        "FileUtils.mkdir_p '/records'\nFile.write(File.join('/records', 'a'), '')\nFile.open('/records/b', 'a') { |f| }",
                        "/records FOLDER CERTAIN",
                        "/records/a FILE CERTAIN",
                        "/records/b FILE CERTAIN"),
                source(
                        "a.rb",
                        "get '/data' do\nend\nLOG = ENV.fetch('L', '/records/l.log')\nLogger.new(LOG)",
                        "/records/l.log FILE CERTAIN"),
                source(
                        "a.php",
                        "<a href='/data'>x</a><?php\n$d = '/records';\nmkdir($d);\nfile_put_contents(\"$d/log.txt\", 'x', FILE_APPEND);",
                        "/records FOLDER CERTAIN",
                        "/records/log.txt FILE CERTAIN"),
                source(
                        "index.php",
                        "<?php $db = new PDO('sqlite:' . __DIR__ . '/data/app.db');\nfile_put_contents(__DIR__ . '/data/log.txt', '');",
                        "/app/data/app.db DATABASE CERTAIN",
                        "/app/data/log.txt FILE CERTAIN"),
                // C, C#, Rust
                source(
                        "a.c",
                        "#define LOGFILE \"/records/x\"\nint main() { FILE *f = fopen(LOGFILE, \"a\"); fopen(\"/records/y\", \"r\"); }",
                        "/records/x FILE CERTAIN"),
                source("a.cpp", "std::ofstream out(\"/records/x\");", "/records/x FILE CERTAIN"),
                source("a.c", "int ok = sqlite3_open(\"hits.db\", &db) == 0;", "/app/hits.db DATABASE CERTAIN"),
                source(
                        "a.cs",
                        "var d = Path.Combine(\"/records\", \"a\"); Directory.CreateDirectory(d); File.WriteAllText($\"{d}/x\", \"\"); app.MapGet(\"/data/x\", f);",
                        "/records/a FOLDER CERTAIN",
                        "/records/a/x FILE CERTAIN"),
                source(
                        "a.cs",
                        "var c = \"Data Source=/records/app.db;Cache=Shared\";",
                        "/records/app.db DATABASE CERTAIN"),
                source(
                        "a.rs",
                        "let d = env::var(\"X\").unwrap_or_else(|_| \"/records\".to_string()); fs::create_dir_all(&d)?; let x: &'a str = \"\";",
                        "/records FOLDER CERTAIN"),
                source(
                        "a.rs",
                        "const P: &str = \"/records/x\"; let f = File::create(P)?; OpenOptions::new().append(true).open(\"/records/y\")?; File::open(\"/records/z\")?;",
                        "/records/x FILE CERTAIN",
                        "/records/y FILE CERTAIN"),
                source("a.rs", "fs::write(Path::new(\"/records\").join(\"a\"), b\"x\")", "/records/a FILE CERTAIN"),
                // Settings
                source(
                        "config/logback.xml",
                        "<configuration><appender><file>/var/log/app/app.log</file></appender></configuration>",
                        "/var/log/app/app.log FILE CERTAIN"),
                source(
                        "logback.xml",
                        "<c><property name=\"LOG_DIR\" value=\"/var/log/a\"/><file>${LOG_DIR}/x.log</file><p>${LOG_DIR}/x.%d{yyyy}.log</p></c>",
                        "/var/log/a FOLDER CERTAIN",
                        "/var/log/a/x.log FILE CERTAIN"),
                source(
                        "log4j2.xml",
                        "<C><RollingFile fileName=\"/records/a.log\" filePattern=\"/records/a-%d.gz\"/></C>",
                        "/records FOLDER CERTAIN",
                        "/records/a.log FILE CERTAIN"),
                source(
                        "application.properties",
                        "logging.file.name=/var/log/app.log\nupload.dir=/uploads\nserver.servlet.context-path=/data\n",
                        "/uploads UNCLEAR CERTAIN",
                        "/var/log/app.log FILE CERTAIN"),
                source(
                        "application.yml",
                        "app: {upload-dir: /data/uploads}\nlogging:\n  file:\n    path: /records/\nspring:\n  datasource: {url: 'jdbc:h2:file:/records/db'}\n",
                        "/data/uploads UNCLEAR CERTAIN",
                        "/records FOLDER CERTAIN",
                        "/records/db DATABASE CERTAIN"),
                source("config.json", "{\"dataDir\": \"/records\", \"route\": \"/data\"}", "/records UNCLEAR CERTAIN"),
                source("config.toml", "[log]\nlog_file = \"/records/x.log\"\n", "/records/x.log FILE CERTAIN"),
                source(
                        "nginx.conf",
                        "http {\n  access_log /var/log/nginx/a.log main;\n  root /usr/share/nginx/html;\n}\n",
                        "/var/log/nginx/a.log FILE CERTAIN"),
                source("redis.conf", "logfile /records/redis.log\n", "/records/redis.log FILE CERTAIN"),
                source(
                        "supervisord.conf",
                        "[supervisord]\nlogfile=/records/s.log\npidfile = /records/s.pid ; x\n",
                        "/records/s.log FILE CERTAIN",
                        "/records/s.pid FILE CERTAIN"),
                source(
                        "gunicorn.conf.py",
                        "accesslog = '/records/a.log'\nbind = '0.0.0.0:8000'\n",
                        "/records/a.log FILE LIKELY"),
                // Loops, lists, other names
                source(
                        "a.py",
                        "P = ['/in', '/out']\nfor p in P:\n    os.makedirs(p)",
                        "/in FOLDER CERTAIN",
                        "/out FOLDER CERTAIN"),
                source(
                        "a.js",
                        "['/in', '/out'].forEach(d => fs.mkdirSync(d))",
                        "/in FOLDER CERTAIN",
                        "/out FOLDER CERTAIN"),
                source(
                        "a.rb",
                        "%w[/in /out].each { |d| FileUtils.mkdir_p(d) }",
                        "/in FOLDER CERTAIN",
                        "/out FOLDER CERTAIN"),
                source("a.go", "for _, d := range []string{\"/in\"} { os.MkdirAll(d, 0755) }", "/in FOLDER CERTAIN"),
                source(
                        "a.js",
                        "const dir = require('path').dirname; fs.mkdirSync(dir('/etc/x/t.db'))",
                        "/etc/x FOLDER CERTAIN"),
                source("a.py", "from os import makedirs as mk\nmk('/records')", "/records FOLDER CERTAIN"),
                source(
                        "a.js",
                        "class S { #p = '/records'; put() { fs.mkdirSync(this.#p) } }",
                        "/records FOLDER CERTAIN"),
                // Started commands
                source("a.js", "spawn('sh', ['-c', 'date >> /records/a.log'])", "/records/a.log FILE CERTAIN"),
                source("a.py", "subprocess.run(['mkdir', '-p', '/records'])", "/records FOLDER CERTAIN"),
                source("a.py", "subprocess.run(['cat', '/records/a'])"),
                source("a.go", "exec.Command(\"git\", \"clone\", url, \"/repos/x\").Run()", "/repos/x UNCLEAR LIKELY"),
                source("a.rb", "`mkdir -p /records`", "/records FOLDER CERTAIN"),
                source("a.php", "<?php shell_exec('echo x > /records/a');", "/records/a FILE CERTAIN"),
                // What is taken away needs the directory around it
                source("a.js", "fs.unlinkSync('/records/a.txt')", "/records/a.txt DATABASE CERTAIN"),
                source("a.rs", "fs::remove_file(\"/records/a.txt\")", "/records/a.txt DATABASE CERTAIN"),
                // Files that only programs make
                source(
                        "a.js",
                        "new Loki('/loki/db.json'); net.createServer().listen('/socks/a.sock')",
                        "/loki/db.json DATABASE CERTAIN",
                        "/socks/a.sock DATABASE LIKELY"),
                source(
                        "a.c",
                        "snprintf(b, sizeof b, \"/records/%s.log\", n); FILE *f = fopen(b, \"w\");",
                        "/records FOLDER CERTAIN"),
                source(
                        "a.js",
                        "app.get('/records/db.html', h); const home = { path: '/data/list' }; if (u === '/data/x') f()"),
                source("node_modules/x/a.js", "fs.mkdirSync('/data')"),
                source("tests/a.py", "os.makedirs('/data')"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("sources")
    void findsWhatASourceWrites(String file, String text, List<String> expected) {
        List<String> found = read(DOCKERFILE, Map.of(file, text)).places().stream()
                .map(place -> place.path() + " " + place.kind() + " " + place.certainty())
                .toList();
        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void followsNamesToOtherFiles() {
        WrittenPaths written = read(
                DOCKERFILE,
                Map.of(
                        "config.js",
                        "module.exports = {\n  recordDir: '/records' }",
                        "a/b.js",
                        "\nfs.mkdirSync(config.recordDir)"));
        assertThat(written.places()).singleElement().satisfies(place -> {
            assertThat(place.path()).isEqualTo("/records");
            assertThat(place.where()).isEqualTo("a/b.js:2");
        });
    }

    @Test
    void followsKeysToSettings() {
        Map<String, String> files = Map.of(
                "config.json", "{\"target\": \"/records/x.json\"}", "a.js", "fs.writeFileSync(config.target, 'x')");
        assertThat(read(DOCKERFILE, files).places())
                .extracting(WrittenPlace::path)
                .containsExactly("/records/x.json");
    }

    @Test
    void tellsWhatOnlyRootMayDo() {
        Map<String, String> uses = Map.of(
                "a.js", "server.listen(80)",
                "b.py", "os.setuid(1000)",
                "c.go", "http.ListenAndServe(\":443\", nil)",
                "application.properties", "server.port=80",
                "supervisord.conf", "[program:web]\nuser=web\n");
        uses.forEach((file, text) -> assertThat(
                        read(DOCKERFILE, Map.of(file, text)).rootUse())
                .get()
                .asString()
                .startsWith(file + ":"));
        Map<String, String> others = Map.of(
                "a.js", "server.listen(8080); fetch('http://x:80/')",
                "b.py", "app.run(port=5000, threads=4)",
                "application.properties", "server.port=8080\nsmtp.port=25",
                "database.ini", "[db]\nuser=web\n");
        others.forEach((file, text) ->
                assertThat(read(DOCKERFILE, Map.of(file, text)).rootUse()).isEmpty());
    }

    @Test
    void readsTheSourcesOfEarlierStagesAndHonoursTheIgnoreFile() {
        String dockerfile =
                "FROM golang AS b\nWORKDIR /src\nCOPY . .\nRUN go build -o /app .\nFROM scratch\nCOPY --from=b /app /app\n";
        Map<String, String> files = new TreeMap<>(Map.of(
                "main.go",
                "os.WriteFile(\"/state\", nil, 0o644)",
                "old/x.go",
                "os.WriteFile(\"/old\", nil, 0o644)",
                ".dockerignore",
                "old\n"));
        assertThat(read(dockerfile, files).places())
                .extracting(WrittenPlace::path)
                .containsExactly("/state");
    }

    @Test
    void tellsWhetherThereAreSources() {
        assertThat(read(DOCKERFILE, Map.of("app.jar", "PK")).reading()).isEqualTo(WrittenPaths.Reading.NO_SOURCES);
        assertThat(read(DOCKERFILE, Map.of("a.py", "")).reading()).isEqualTo(WrittenPaths.Reading.SOURCES);
        assertThat(read("FROM python\nCOPY src .\n", Map.of()).reading()).isEqualTo(WrittenPaths.Reading.NO_CONTEXT);
    }

    @Test
    void readsTheSourcesAgainOnlyForOtherAnswers() {
        AtomicInteger reads = new AtomicInteger();
        Workspace workspace =
                new MemoryWorkspace(Map.of(
                        ProjectPath.of("a.py"), "open(os.environ['LOG'], 'w')\n".getBytes(StandardCharsets.UTF_8))) {
                    @Override
                    public Optional<byte[]> read(ProjectPath path, int limit) {
                        reads.addAndGet(path.fileName().equals("a.py") ? 1 : 0);
                        return super.read(path, limit);
                    }
                };
        ProjectFile file = new ProjectFile(
                ProjectPath.of("Dockerfile"), FileKind.DOCKERFILE, SourceText.of("FROM python\nCOPY . .\n"));
        Project project = new Project(List.of(file), workspace);
        BuildStage stage = file.build(KNOWLEDGE.images()).finalStage().orElseThrow();
        Function<Map<String, String>, List<String>> written = variables -> WrittenPaths.of(
                        project, file, stage, KNOWLEDGE.writers(), name -> Optional.ofNullable(variables.get(name)))
                .places()
                .stream()
                .map(WrittenPlace::path)
                .toList();
        assertThat(written.apply(Map.of("LOG", "/log/a"))).containsExactly("/log/a");
        assertThat(written.apply(Map.of("LOG", "/log/a", "OTHER", "x"))).containsExactly("/log/a");
        assertThat(reads).hasValue(1);
        assertThat(written.apply(Map.of("LOG", "/log/b"))).containsExactly("/log/b");
        assertThat(reads).hasValue(2);
        Project ignoring = project.with(List.of(
                new ProjectFile(ProjectPath.of(".dockerignore"), FileKind.IGNORE_FILE, SourceText.of("a.py\n"))));
        assertThat(WrittenPaths.of(ignoring, file, stage, KNOWLEDGE.writers()).places())
                .isEmpty();
    }

    @Test
    void readsAnyText() {
        for (String ending : List.of("js", "py", "java", "go", "rb", "php", "c", "cs", "rs", "xml", "yml", "conf")) {
            for (String text : List.of(
                    "((((((((((".repeat(2_000),
                    "'\"`${".repeat(2_000),
                    "a = b\nb = a\nopen(a, 'w')",
                    "f(".repeat(3_000) + "'/data'",
                    "x = a[",
                    "\"\\",
                    "'",
                    "<?php \"{$",
                    "<a b=\"",
                    "a ? b ? c : d")) {
                assertThat(read(DOCKERFILE, Map.of("x." + ending, text)).places())
                        .isNotNull();
            }
        }
    }

    private static WrittenPaths read(String dockerfile, Map<String, String> files) {
        Map<ProjectPath, byte[]> contents = new TreeMap<>();
        files.forEach((name, text) -> contents.put(ProjectPath.of(name), text.getBytes(StandardCharsets.UTF_8)));
        Workspace workspace = new MemoryWorkspace(contents);
        ProjectFile file =
                new ProjectFile(ProjectPath.of("Dockerfile"), FileKind.DOCKERFILE, SourceText.of(dockerfile));
        Project project = new Project(List.of(file), workspace);
        BuildStage stage = file.build(KNOWLEDGE.images()).finalStage().orElseThrow();
        return WrittenPaths.of(project, file, stage, KNOWLEDGE.writers());
    }
}
