import { describe, expect, it } from 'vitest';
import { openSession } from './session.ts';

const id = '4cb745bafaab6a8e607283d7c25a9e31adb220acade7355814c67344162bc59a';
const header = 'CONTAINER ID   IMAGE        COMMAND     CREATED         STATUS         PORTS     NAMES\n';

describe('containers', () => {
  it('are one wherever their id comes', () => {
    const { told } = openSession();
    const [shown] = told('docker run -d --name web nginx:1.30', `${id}\n`);
    expect(shown).toMatch(/^[0-9a-f]{64}$/u);
    expect(shown).not.toBe(id);
    expect(told('docker exec web hostname', `${id.slice(0, 12)}\n`)).toEqual([shown!.slice(0, 12)]);
    expect(told('docker exec web ls', `Error response from daemon: container ${id} is not running\n`, 1)).toEqual([
      `Error response from daemon: container ${shown!} is not running`,
    ]);
  });

  it('are as old as the commands make them', () => {
    const { told } = openSession();
    const row = (created: string, status: string) =>
      told(
        'docker ps',
        `${header}${id.slice(0, 12)}   nginx:1.30   "/nginx"    ${created.padEnd(16)}${status.padEnd(15)}80/tcp    web\n`,
      )[1];
    told('docker run -d --name web nginx:1.30', `${id}\n`);
    expect(row('1 second ago', 'Up 1 second')).toContain('4 seconds ago   Up 4 seconds');
    told('docker restart web', 'web\n');
    expect(row('3 minutes ago', 'Up 2 seconds')).toContain('12 seconds ago   Up 4 seconds');
    told('docker rm -f web', 'web\n');
    told('docker run -d --name web nginx:1.30', `${id.replace('4', 'a')}\n`);
    expect(row('9 seconds ago', 'Up 9 seconds')).toContain('4 seconds ago   Up 4 seconds');
    expect(row('9 moments ago', 'Up, I think')).toContain('9 moments ago   Up, I think');
  });

  it('get a name in place of a random one only', () => {
    const { told } = openSession();
    const row = (name: string) =>
      told(
        'docker ps -a',
        `${header}${id.slice(0, 12)}   nginx:1.30   "/nginx"    2 seconds ago   Up 2 seconds   80/tcp    ${name}\n`,
      )[1]!;
    expect(row('competent_yonath')).not.toContain('competent_yonath');
    expect(row('web')).toMatch(/ web$/u);
    told('docker run -d --name my_web nginx:1.30', '');
    expect(row('my_web')).toMatch(/ my_web$/u);
  });

  it('keep the ports that the author chose', () => {
    const { told } = openSession();
    told('docker run -d -P -p 33000:81 nginx:1.30', '');
    expect(
      told('docker port web', '80/tcp -> 0.0.0.0:49153\n81/tcp -> 0.0.0.0:33000\n82/tcp -> 0.0.0.0:8080\n'),
    ).toEqual(['80/tcp -> 0.0.0.0:32768', '81/tcp -> 0.0.0.0:33000', '82/tcp -> 0.0.0.0:8080']);
  });

  it('of others are not shown', () => {
    const own = {
      images: ['greeter:1.0'],
      containers: ['web'],
      volumes: ['data'],
      networks: ['back'],
      project: 'shop',
    };
    const { told } = openSession({ own });
    const container = (name: string, image = 'nginx:1.30  ') =>
      `${id.slice(0, 12)}   ${image} "/nginx"    2 seconds ago   Up 2 seconds   80/tcp    ${name}\n`;
    expect(
      told('docker ps', header + container('web') + container('other') + container('shop-db-1'))
        .slice(1)
        .map((row) => row.split(' ').at(-1)),
    ).toEqual(['web', 'shop-db-1']);
    expect(told('docker volume ls', 'DRIVER    VOLUME NAME\nlocal     data\nlocal     their-data\n')).toEqual([
      'DRIVER    VOLUME NAME',
      'local     data',
    ]);
    const images = told(
      'docker images',
      'IMAGE         ID             DISK USAGE   CONTENT SIZE   EXTRA\ngreeter:1.0   4cb745bafaab       9.11MB         2.73MB        \nnginx:1.30    d3f19ec34c9e        394MB          114MB    U   \nredis:8       70143e2aab5e        268MB         74.7MB        \n',
    );
    expect(images.map((row) => row.split(' ')[0])).toEqual(['IMAGE', 'greeter:1.0', 'nginx:1.30']);
  });
});

describe('images', () => {
  it('of the example get a stand-in, base images keep what was recorded', () => {
    const { entry } = openSession();
    const { output, varies } = entry(
      'docker images',
      'IMAGE         ID             DISK USAGE   CONTENT SIZE   EXTRA\ngreeter:1.0   4cb745bafaab       9.11MB         2.73MB        \nnginx:1.30    d3f19ec34c9e        394MB          114MB        \n',
    );
    expect(output[1]).not.toContain('4cb745bafaab');
    expect(output[2]).toContain('d3f19ec34c9e');
    expect(varies.map(({ line, type }) => [line, type])).toEqual([
      [1, 'size'],
      [1, 'size'],
      [2, 'digest'],
      [2, 'size'],
      [2, 'size'],
    ]);
  });

  it('tell in their history which layers came with the base image', () => {
    const { entry } = openSession();
    const history =
      'IMAGE          CREATED         CREATED BY                SIZE      COMMENT\n4cb745bafaab   5 seconds ago   ENTRYPOINT ["/greeter"]   0B        buildkit.dockerfile.v0\n<missing>      3 weeks ago     CMD ["sh"]                0B        buildkit.dockerfile.v0\n<missing>      3 weeks ago     COPY /r / # buildkit      2.08MB    buildkit.dockerfile.v0\n';
    expect(entry('docker history greeter:1.0', history).repeats).toEqual([{ from: 2, to: 4 }]);
  });
});

describe('builds', () => {
  const build = (order: readonly number[]) => {
    const steps = [
      '#5 [build 2/2] COPY main.go .\n#5 DONE 0.1s\n\n',
      '#6 [stage-1 2/2] COPY --from=build /app /app\n#6 CACHED\n\n',
      '#4 [build 1/2] FROM docker.io/library/busybox:1.38@sha256:ebf00559fa28f2abac616ea7ca0a9fe2741051dcd52ea70cc77622c1bf4ff814\n#4 resolve docker.io/library/busybox:1.38 0.1s done\n#4 DONE 0.1s\n\n',
      '#7 [stage-1 1/2] FROM docker.io/library/nginx:1.30@sha256:d3f19ec34c9ecc677cdc234d38bd65ce9490376122ee97e0eec34c0fa632217d\n#7 CACHED\n\n',
    ];
    return `#0 building with "default" instance using docker driver\n\n${order.map((step) => steps[step]!).join('')}`;
  };

  it('are told stage by stage, whatever came first', () => {
    const { told } = openSession();
    const shown = told('docker build .', build([0, 3, 2, 1]));
    expect(openSession().told('docker build .', build([3, 2, 1, 0]))).toEqual(shown);
    expect(shown.filter((line) => line.includes('['))).toEqual([
      '#1 [build 1/2] FROM docker.io/library/busybox:1.38@sha256:ebf00559fa28f2abac616ea7ca0a9fe2741051dcd52ea70cc77622c1bf4ff814',
      '#2 [stage-1 1/2] FROM docker.io/library/nginx:1.30@sha256:d3f19ec34c9ecc677cdc234d38bd65ce9490376122ee97e0eec34c0fa632217d',
      '#3 [build 2/2] COPY main.go .',
      '#4 [stage-1 2/2] COPY --from=build /app /app',
    ]);
  });

  it('get back the steps that are shown under the name of another build', () => {
    const own = build([0, 1, 2, 3]);
    const foreign = own.replaceAll('[build 1/2] FROM', '[base 1/7] FROM');
    expect(openSession().told('docker build .', foreign)).toEqual(openSession().told('docker build .', own));
  });

  it('keep apart what was cached from what was done', () => {
    const shown = openSession().told('docker build .', build([0, 1, 2, 3]));
    expect(shown).toContain('#3 DONE 0.1s');
    expect(shown).toContain('#4 CACHED');
    expect(openSession().told('docker build .', build([0, 1, 2, 3]).replace('#5 DONE 0.1s', '#5 CACHED'))).not.toEqual(
      shown,
    );
  });

  it('show the lines of a failed step twice with the same times', () => {
    const failed = (time: string) =>
      `#0 building with "default" instance using docker driver\n\n#8 [4/4] RUN echo one && exit 3\n#8 ${time} one\n#8 ERROR: process "/bin/sh -c echo one && exit 3" did not complete successfully: exit code: 3\n------\n > [4/4] RUN echo one && exit 3:\n${time} one\n------\nDockerfile:4\n`;
    const shown = openSession().told('docker build .', failed('0.154'), 1);
    expect(shown).toEqual(openSession().told('docker build .', failed('12.31'), 1));
    const time = /^#1 (\d+\.\d+) one$/u.exec(shown[3]!)![1];
    expect(shown).toContain(`${time!} one`);
    expect(shown.at(-1)).toBe('Dockerfile:4');
  });
});

describe('transfers', () => {
  it('tell what became of each layer, not how', () => {
    const push = (states: string) =>
      `The push refers to repository [localhost:5000/app]\n${states}1.0: digest: sha256:${id} size: 855\n`;
    const shown = openSession().told(
      'docker push localhost:5000/app:1.0',
      push('44136fa355b3: Waiting\ndd2441a56683: Pushed\n44136fa355b3: Pushed\n'),
    );
    expect(shown.slice(1, 3)).toEqual(['44136fa355b3: Pushed', 'dd2441a56683: Pushed']);
    expect(
      openSession().entry('docker push x', push('44136fa355b3: Preparing\ndd2441a56683: Pushed\n')).repeats,
    ).toEqual([{ from: 1, to: 2 }]);
  });
});

describe('Compose', () => {
  const texts = ['services:\n  web: {image: nginx, depends_on: [db]}\n  db: {image: postgres}\n'];
  it('is told in the order of the dependencies, each state once', () => {
    const lines =
      ' Network shop_default Creating \n Network shop_default Creating \n Network shop_default Created \n Container shop-web-1 Creating \n Container shop-db-1 Creating \n Container shop-web-1 Created \n Container shop-db-1 Created \n Container shop-db-1 Starting \n Container shop-db-1 Started \n Container shop-web-1 Starting \n Container shop-web-1 Started \n';
    expect(
      openSession({ texts })
        .told('docker compose up -d', lines)
        .map((line) => line.trim()),
    ).toEqual([
      'Network shop_default Creating',
      'Network shop_default Created',
      'Container shop-db-1 Creating',
      'Container shop-db-1 Created',
      'Container shop-web-1 Creating',
      'Container shop-web-1 Created',
      'Container shop-db-1 Starting',
      'Container shop-db-1 Started',
      'Container shop-web-1 Starting',
      'Container shop-web-1 Started',
    ]);
  });

  it('is told backwards when all goes down', () => {
    const lines =
      ' Container shop-db-1 Stopping \n Container shop-web-1 Stopping \n Container shop-web-1 Stopped \n Container shop-db-1 Stopped \n Network shop_default Removing \n Network shop_default Removed \n';
    expect(openSession({ texts }).told('docker compose down', lines)[0]).toBe(' Container shop-web-1 Stopping ');
  });

  it('says a failure as it came', () => {
    const failure =
      ' Container shop-db-1 Error dependency db failed to start\ndependency failed to start: container shop-db-1 is unhealthy\n';
    expect(openSession({ texts }).told('docker compose up -d', failure, 1)).toEqual(failure.trimEnd().split('\n'));
  });
});

describe('places', () => {
  it('are those of a reader', () => {
    expect(
      openSession().told(
        'pwd; cat ~/.docker/config.json',
        '/tmp/f2c-aXb1c2/sample\n/tmp/f2c-aXb1c2/home/.docker/config.json\n',
      ),
    ).toEqual(['/home/reader/sample', '/home/reader/.docker/config.json']);
  });

  it('leave a checksum of a file as it is', () => {
    expect(openSession().told('sha256sum app', `${id}  app\n`)).toEqual([`${id}  app`]);
  });
});
