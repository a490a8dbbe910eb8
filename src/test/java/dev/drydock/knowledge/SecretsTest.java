package dev.drydock.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.knowledge.SecretKind.Nature;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    private final Secrets secrets = Knowledge.packaged().secrets();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DB_PASS",
                "DB_PASSWORD",
                "POSTGRES_PASSWORD",
                "MYSQL_ROOT_PASS",
                "PASSPHRASE",
                "ACCESSKEY",
                "SECRETKEY",
                "APITOKEN",
                "APIKEYS",
                "API_KEYS",
                "CREDS",
                "PRIVATEKEY",
                "AWS_ACCESS_KEY_ID",
                "AWS_SECRET_ACCESS_KEY",
                "GITHUB_TOKEN",
                "dbPassword",
                "api-key",
                "JWT_SECRET",
                "SECRET_KEY",
                "STRIPE_SECRET_KEY",
                "NPM_TOKEN",
                "NPM_AUTH",
                "API_KEY",
                "VITE_API_KEY",
                "SECRET_KEY_BASE",
                "PGPASSWORD",
                "MYSQL_PWD",
                "GF_SECURITY_ADMIN_PASSWORD",
                "LICENSE_KEY",
                "ENCRYPTION_KEY",
                "REDIS_AUTH",
                "DOCKERHUB_PASSWORD",
                "SSHPASS",
                "GH_TOKEN",
                "GITLAB_TOKEN",
                "CI_JOB_TOKEN",
                "AZURE_CLIENT_SECRET",
                "OPENAI_API_KEY",
                "HF_TOKEN",
                "TWINE_PASSWORD",
                "CARGO_REGISTRY_TOKEN",
                "CLIENT_SECRET",
                "SESSION_SECRET",
                "COOKIE_SECRET",
                "WEBHOOK_SECRET",
                "MASTER_KEY",
                "AUTH_TOKEN",
                "SIGNING_SECRET",
                "PRIVATE_KEY",
                "SSH_PRIVATE_KEY",
                "SSH_KEY",
                "DEPLOY_KEY",
                "MYSQL_ROOT_PASSWORD",
                "MYSQL_PASSWORD",
                "MARIADB_ROOT_PASSWORD",
                "RABBITMQ_DEFAULT_PASS",
                "MONGO_INITDB_ROOT_PASSWORD",
                "REDIS_PASSWORD",
                "FTP_PASS",
                "SMTP_PASSWORD",
                "MAVEN_PASSWORD",
                "NEXUS_PASSWORD",
                "ARTIFACTORY_API_KEY",
                "SONAR_TOKEN",
                "SENTRY_AUTH_TOKEN",
                "AWS_SESSION_TOKEN",
                "HEROKU_API_KEY",
                "DIGITALOCEAN_ACCESS_TOKEN",
                "NPM_AUTH_TOKEN",
                "nodeAuthToken",
                "APP_KEY",
                "SLACK_WEBHOOK_URL",
                "SERVICE_KEY",
                "ACCOUNT_KEY",
                "STORAGE_ACCOUNT_KEY",
                "DB_KEY",
                "CONTRASENA",
                "KEYCLOAK_ADMIN_PASSWORD",
                "KEYSTORE_PASSWORD",
                "KEY_PASS"
            })
    void namesOfSecrets(String name) {
        assertThat(secrets.isSecretName(name)).isTrue();
        assertThat(secrets.judge(name, "s3Kr.t-value")).map(SecretKind::nature).contains(Nature.LITERAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GPG_KEY",
                "GPG_KEYS",
                "GPG_COUCH_KEY",
                "JETTY_GPG_KEYS",
                "SOLR_KEYS",
                "SWIFT_SIGNING_KEY",
                "OPENSSL_PGP_KEY_IDS",
                "RABBITMQ_PGP_KEY_ID",
                "PGP_KEYSERVER",
                "SSH_AUTH_SOCK",
                "XAUTHORITY",
                "GIT_ASKPASS",
                "TOKENIZERS_PARALLELISM",
                "KEYCLOAK_VERSION",
                "KEYDB_PORT",
                "MAX_TOKENS",
                "TOKEN_TTL",
                "TOKEN_EXPIRY",
                "TOKEN_ISSUER",
                "AUTH_METHOD",
                "AUTH_TYPE",
                "AUTH_URL",
                "AUTH_ENABLED",
                "ALLOW_EMPTY_PASSWORD",
                "MYSQL_ALLOW_EMPTY_PASSWORD",
                "MARIADB_RANDOM_ROOT_PASSWORD",
                "POSTGRES_HOST_AUTH_METHOD",
                "PASSWORD_HASHERS",
                "PASSWORD_MIN_LENGTH",
                "API_KEY_HEADER",
                "SECRET_NAME",
                "SECRET_ARN",
                "KEY_VAULT_NAME",
                "PUBLIC_KEY",
                "SSH_PUBLIC_KEY",
                "VAPID_PUBLIC_KEY",
                "STRIPE_PUBLISHABLE_KEY",
                "RECAPTCHA_SITE_KEY",
                "SENTRY_DSN",
                "DOCKER_TLS_CERTDIR",
                "PYTHON_KEYRING_BACKEND",
                "POSTGRES_PASSWORD_FILE",
                "HF_TOKEN_PATH",
                "APT_KEY_DONT_WARN_ON_DANGEROUS_USAGE",
                "PWD",
                "CACHE_KEY",
                "SORT_KEY",
                "PATH",
                "NODE_ENV",
                "KEY_VERSION",
                "AUTHOR",
                "PASSENGER_APP_ENV",
                "COMPASS_HOME",
                "MONKEY",
                "SSH_ASKPASS",
                "SUDO_ASKPASS",
                "DEBCONF_NONINTERACTIVE_SEEN",
                "NODEJS_KEYS",
                "REPO_FINGERPRINT",
                "RABBITMQ_PGP_KEY_IDS",
                "KEYCLOAK_ADMIN",
                "KEYSTONE_HOST",
                "AUTH_MODE",
                "AUTH_DOMAIN",
                "MARIADB_ALLOW_EMPTY_ROOT_PASSWORD",
                "GOOGLE_ANALYTICS_KEY",
                "CARGO_REGISTRY_INDEX",
                "GOOGLE_APPLICATION_CREDENTIALS",
                "AWS_SHARED_CREDENTIALS_FILE",
                "SSL_KEY_PATH",
                "TLS_KEY_DIR",
                "TOKEN_ENDPOINT",
                "AUTH_SERVER_URL",
                "API_KEY_ID",
                "KEY_ALIAS",
                "KEYSTORE_TYPE",
                "KEYSPACE",
                "KEYMAP",
                "KEYBOARD_LAYOUT",
                "SECRET_LENGTH",
                "SECRET_SIZE",
                "CSRF_TOKEN_NAME",
                "CSRF_TOKEN_HEADER",
                "PASSWORD_POLICY",
                "PASSWORD_POLICY_MIN_LENGTH",
                "PASSWORD_VALIDATION_REGEX",
                "SECRET_REGION",
                "ACCESS_TOKEN_LIFETIME",
                "REFRESH_TOKEN_EXPIRES_IN",
                "JWT_ALGORITHM",
                "JWT_ISSUER",
                "AUTHOR_NAME",
                "PRIMARY_KEY",
                "FOREIGN_KEY",
                "PARTITION_KEY",
                "SEQUENCE_KEY",
                "CREDENTIALS_ID",
                "TOKEN_URI",
                "KEY_FILE",
                "TLS_KEY_FILE",
                "APT_KEY",
                "GPG_KEY_ID",
                "GPG_FINGERPRINT",
                "NGINX_GPGKEY",
                "NGINX_GPGKEYS",
                "VAULT_TOKEN_FILE",
                "DB_PASSWORD_FILE",
                "GF_SECURITY_ADMIN_PASSWORD__FILE",
                "SSH_PUBKEY",
                "DEPLOY_PUBLIC_KEY",
                "SECRET_STORE",
                "PASSWORD_ENCODER",
                "PASSWORD_RESET_URL",
                "PASSWORD_LOGIN_ENABLED",
                "REQUIRE_AUTH",
                "ACCESSIBILITY",
                "TOKEN_FORMAT",
                "KEYSERVER",
                "GPG_KEYSERVER",
                "KEY_SERVER"
            })
    void namesThatOnlyLookLikeIt(String name) {
        assertThat(secrets.isSecretName(name)).isFalse();
        assertThat(secrets.judge(name, "some-value")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "DB_PASSWORD|changeme|WEAK",
                "DB_PASSWORD|<your-password>|WEAK",
                "DB_PASSWORD|postgres|WEAK",
                "DB_PASSWORD|your_password_here|WEAK",
                "DB_PASSWORD|${DB_PASSWORD}|REFERENCE",
                "DB_PASSWORD|$DB_PASSWORD|REFERENCE",
                "DB_PASSWORD|${DB_PASSWORD:?needed}|REFERENCE",
                "DB_PASSWORD|${DB_PASSWORD:-}|REFERENCE",
                "DB_PASSWORD|${DB_PASSWORD:-hunter22}|LITERAL",
                "DB_PASSWORD|''|UNSET",
                "DB_PASSWORD|hunter22|LITERAL",
                "DATABASE_URL|postgres://app:hunter22@db/app|URL_PASSWORD",
                "ANY|AKIAIOSFODNN7EXAMPLE|TOKEN",
                "REDIS_URL|redis://:hunter22@cache:6379/0|URL_PASSWORD",
                "HTTP_PROXY|http://me:hunter22@proxy.example.com:3128|URL_PASSWORD",
                "AUTH_URL|https://me:hunter22@login.example.com|URL_PASSWORD",
                "ALLOW_EMPTY_PASSWORD|ghp_a1B2a1B2a1B2a1B2a1B2a1B2a1B2a1B2a1B2|TOKEN"
            },
            delimiter = '|')
    void valuesDecide(String name, String value, Nature nature) {
        assertThat(secrets.judge(name, value)).map(SecretKind::nature).contains(nature);
    }

    @ParameterizedTest
    @CsvSource({
        "DB_PASSWORD, /run/secrets/db",
        "API_KEY, /etc/ssl/api.pem",
        "USE_TOKEN, true",
        "SIGNING_KEY, server.pem",
        "RELEASE_KEY, A035C8C19219BA821ECEA86B64E628F8D684696D",
        "DATABASE_URL, postgres://db/app",
        "DATABASE_URL, 'postgres://app:${PASS}@db/app'",
        "IMAGE, ghp_short",
        "COMMIT, sha256",
        "ALLOW_EMPTY_PASSWORD, no",
        "ALLOW_EMPTY_PASSWORD, yes",
        "MYSQL_ALLOW_EMPTY_PASSWORD, 'true'",
        "GPG_KEYS, A035C8C19219BA821ECEA86B64E628F8D684696D",
        "SSH_AUTH_SOCK, /ssh-agent",
        "DB_PASSWORD_FILE, /run/secrets/db",
        "DB_PASSWORD, /run/secrets/db",
        "PASSWORD_POLICY_REGEX, '^[a-z]{8,}$'",
        "REDIS_URL, redis://cache:6379/0",
        "AUTH_URL, https://login.example.com/oauth",
        "HTTP_PROXY, http://proxy.example.com:3128",
        "AUTHORIZED_KEYS, id_ed25519.pub",
        "TLS_KEY, tls.key"
    })
    void valuesThatAreNoSecrets(String name, String value) {
        assertThat(secrets.judge(name, value)).isEmpty();
    }

    @Test
    void findsTokensInText() {
        String token = "ghp_" + "a1B2".repeat(9);
        String text = "RUN curl -H 'Authorization: token " + token + "' https://me:pw123@example.com/x";
        List<SecretMatch> found = secrets.find(text);
        assertThat(found).extracting(match -> match.kind().label()).containsExactly("github-token", "url-password");
        assertThat(text.substring(found.get(0).start(), found.get(0).end())).isEqualTo(token);
        assertThat(text.substring(found.get(1).start(), found.get(1).end())).isEqualTo("pw123");
    }

    @Test
    void aTokenHasItsLengthAndBoundary() {
        assertThat(secrets.find("ghp_" + "a".repeat(37))).isEmpty();
        assertThat(secrets.find("ghp_" + "a".repeat(35))).isEmpty();
        assertThat(secrets.find("xghp_" + "a".repeat(36))).isEmpty();
        assertThat(secrets.find("MASK0123456789abcdef0123456789abcdef")).isEmpty();
    }

    @Test
    void findsPrivateKeysAndNotPublicOnes() {
        assertThat(secrets.find("-----BEGIN OPENSSH PRIVATE KEY-----\nabc\n-----END OPENSSH PRIVATE KEY-----\nx"))
                .singleElement()
                .extracting(match -> match.kind().nature())
                .isEqualTo(Nature.PRIVATE_KEY);
        assertThat(secrets.find("-----BEGIN CERTIFICATE-----\nabc\n-----END CERTIFICATE-----"))
                .isEmpty();
        assertThat(secrets.find("-----BEGIN PGP PUBLIC KEY BLOCK-----\nabc")).isEmpty();
    }

    @Test
    void hostileTextHoldsNothing() {
        assertThat(secrets.find("://".repeat(100_000))).isEmpty();
        assertThat(secrets.find("eyJ".repeat(100_000))).isEmpty();
        assertThat(secrets.find("-----BEGIN ".repeat(50_000))).isEmpty();
        assertThat(secrets.find(".eyJ".repeat(200_000))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        ".env, ENVIRONMENT", "deploy/.env.production, ENVIRONMENT", "id_rsa, PRIVATE_KEY",
                "keys/server.key, PRIVATE_KEY",
        "home/.ssh/id_ed25519, PRIVATE_KEY", ".aws/credentials, CREDENTIALS", "a/.kube/config, CREDENTIALS",
                ".npmrc, BY_CONTENT",
        "wp-config.php, APPLICATION", "terraform.tfstate, STATE"
    })
    void filesThatHoldSecrets(String path, Secrets.FileKind kind) {
        assertThat(secrets.file(path)).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".env.example",
                "id_rsa.pub",
                "fullchain.pem",
                "src/main.py",
                "config",
                "kube/config",
                ".ssh/known_hosts"
            })
    void filesThatDoNot(String path) {
        assertThat(secrets.file(path)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "APP_SECRET, changeMe!",
        "APP_SECRET, aVeryLongStringOfLetters",
        "DB_PASSWORD, super_strong_password",
        "DB_PASSWORD, correct horse battery staple",
        "BOOKSY_TOKEN, my-booksy-token1",
        "APP_SECRET, thisisasecretkey",
        "DATABASE_URL, postgres://booksy:booksy@store/booksy",
        "DATABASE_URL, postgres://booksy:not_secure@store/booksy"
    })
    void wordsThatHoldAPlace(String name, String value) {
        assertThat(secrets.judge(name, value)).map(SecretKind::nature).contains(Nature.WEAK);
    }

    @ParameterizedTest
    @CsvSource({
        "APP_SECRET, correct-horse",
        "APP_SECRET, password20241129",
        "APP_SECRET, my-Quohth7eixei",
        "DB_PASSWORD, mypässword-Grün"
    })
    void moreThanWordsThatHoldAPlace(String name, String value) {
        assertThat(secrets.judge(name, value)).map(SecretKind::nature).contains(Nature.LITERAL);
    }

    @Test
    void anAddressWithAHardPasswordIsNotGuessable() {
        assertThat(secrets.judge("DATABASE_URL", "postgres://booksy:Kx9mQ2w7@store/booksy"))
                .map(SecretKind::nature)
                .contains(Nature.URL_PASSWORD);
    }
}
