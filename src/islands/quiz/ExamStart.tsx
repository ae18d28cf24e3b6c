import { useState } from 'preact/hooks';
import { fetchQuestions } from '../../browser/quizData.ts';
import { newSeed } from '../../browser/quizStore.ts';
import { postNames } from '../../model/post/postList.ts';
import { describePost, type MyPost } from '../../model/post/myPost.ts';
import { faultText } from '../../model/published/fetched.ts';
import type { BankIndex } from '../../model/quiz/bank.ts';
import { drawPaper } from '../../model/quiz/draw.ts';
import { beginExam, type Exam } from '../../model/quiz/exam.ts';
import { readSeed, seedFault } from '../../model/quiz/seed.ts';
import { OneOf } from '../controls/Choices.tsx';
import { Message } from '../controls/Message.tsx';
import { TextField } from '../controls/TextField.tsx';
import { PostPicker } from './PostPicker.tsx';

interface Props {
  readonly index: BankIndex;
  readonly post: MyPost;
  readonly onPost: (post: MyPost) => void;
  /** Begun and not handed in. */
  readonly unfinished: readonly Exam[];
  readonly onBegin: (exam: Exam) => void;
  readonly onOpen: (exam: Exam) => void;
  readonly onDrop: (exam: Exam) => void;
}

/** Before an exam: which paper, for which post, with which seed; or go on with one. */
export function ExamStart(props: Props) {
  const { index, post, onPost, unfinished, onBegin, onOpen, onDrop } = props;
  const papers = index.exam?.papers ?? [];
  const [paperId, setPaperId] = useState(papers[0]?.id);
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState('');
  const paper = papers.find(({ id }) => id === paperId);
  if (!paper) return <Message>还没有设考试。考试的规则写在 content/exam.yaml。</Message>;
  const begin = async () => {
    const seed = typed.trim() === '' ? newSeed() : readSeed(typed);
    if (!seed) {
      setFault(seedFault);
      return;
    }
    const questions = await fetchQuestions(drawPaper(index, paper, post, seed));
    if (questions.status === 'absent') {
      setFault(`题目没有取到。${faultText(questions.fault)}`);
      return;
    }
    const now = Date.now();
    onBegin(
      beginExam(index, {
        id: `${now.toString(36)}-${newSeed()}`,
        seed,
        paper,
        postText: describePost(post, postNames(index.posts, index.walls)),
        questions: questions.data,
        now,
      }),
    );
  };
  return (
    <section aria-labelledby="exam">
      <h2 id="exam">考试</h2>
      {unfinished.map((exam) => (
        <Message key={exam.id} isBlock>
          <p>
            有一份没有做完的{exam.paperName}（卷号 {exam.seed}，{exam.postText}）。
          </p>
          <div class="actions">
            <button class="button is-main" type="button" onClick={() => onOpen(exam)}>
              接着做
            </button>
            <button class="button" type="button" onClick={() => onDrop(exam)}>
              不要了
            </button>
          </div>
        </Message>
      ))}
      <p>照岗位抽题，交卷以后才看得到答案。考多少次都行，同一种卷子只留最好的和最近的一次成绩。</p>
      <PostPicker index={index} post={post} onChange={onPost} />
      <OneOf
        legend="哪一种卷子"
        name="paper"
        values={papers.map(({ id }) => id)}
        nameOf={(id) => {
          const one = papers.find((other) => other.id === id);
          return (
            one &&
            `${one.name}：${one.questionCount} 题，建议 ${one.minutes} 分钟，${one.passMark} 分合格`
          );
        }}
        chosen={paperId}
        onChoose={setPaperId}
      />
      <TextField
        id="quiz-seed"
        label="卷号（照别人的卷子考才填）"
        value={typed}
        maxLength={12}
        hint="同一个卷号、同一个岗位、同一版内容，抽出来的题一样"
        fault={fault}
        onChange={(value) => {
          setTyped(value);
          setFault('');
        }}
      />
      <button class="button is-main" type="button" onClick={() => void begin()}>
        开始考试
      </button>
    </section>
  );
}
